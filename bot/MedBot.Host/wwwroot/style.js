// Web Chat's look. Every text on its ground has a contrast of at least 4.5 to 1.

const LIGHT = {
  ground: '#f3f5f4',
  text: '#1b211f',
  quiet: '#55605c',
  bubble: '#ffffff',
  line: '#d5dcd9',
  accent: '#0b6e5f',
  onAccent: '#ffffff',
};

const DARK = {
  ground: '#121614',
  text: '#e8eeeb',
  quiet: '#a6b3ae',
  bubble: '#1e2522',
  line: '#37423d',
  accent: '#5cc9b4',
  onAccent: '#06231d',
};

const ELDER = {
  fontSizeSmall: '75%',
  sendBoxHeight: 64,
  suggestedActionHeight: 60,
  // In one row, that can be pushed aside: the answer is what the screen is for.
  suggestedActionLayout: 'carousel',
  suggestedActionsCarouselFlipperSize: 44,
  suggestedActionsCarouselFlipperBoxWidth: 52,
  bubbleMaxWidth: 900,
};

// In 长辈模式 buttons are as large as the letters, whose size chat.css sets, need them to be. A phone's width is for the text.
export function styleOptions(isDark, isElder, isNarrow) {
  const color = isDark ? DARK : LIGHT;
  return {
    primaryFont: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    accent: color.accent,
    subtle: color.quiet,
    backgroundColor: color.ground,
    bubbleBackground: color.bubble,
    bubbleTextColor: color.text,
    bubbleBorderColor: color.line,
    bubbleBorderRadius: 12,
    bubbleMaxWidth: 640,
    bubbleFromUserBackground: color.accent,
    bubbleFromUserTextColor: color.onAccent,
    bubbleFromUserBorderColor: color.accent,
    bubbleFromUserBorderRadius: 12,
    cardEmphasisBackgroundColor: color.bubble,
    sendBoxBackground: color.bubble,
    sendBoxTextColor: color.text,
    sendBoxPlaceholderColor: color.quiet,
    sendBoxButtonColor: color.accent,
    sendBoxButtonColorOnHover: color.accent,
    sendBoxButtonColorOnFocus: color.accent,
    sendBoxTextWrap: true,
    sendBoxBorderTop: `solid 1px ${color.line}`,
    suggestedActionLayout: 'flow',
    ...(isElder && ELDER),
    suggestedActionBackgroundColor: color.bubble,
    suggestedActionTextColor: color.accent,
    suggestedActionBorderColor: color.accent,
    suggestedActionBorderRadius: 20,
    timestampColor: color.quiet,
    hideUploadButton: true,
    botAvatarInitials: isElder || isNarrow ? undefined : '医保',
    // A long answer is shown from its beginning: scrolling stops when a screen of it is full.
    autoScrollSnapOnPage: true,
    // Web Chat writes the initials in white, whatever is behind them.
    botAvatarBackgroundColor: LIGHT.accent,
  };
}
