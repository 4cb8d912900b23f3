import { openConversation, forgetConversation } from './conversation.js';
import * as elder from './elder.js';
import { drawQuickQuestions, showQuickQuestions } from './quick.js';
import { styleOptions } from './style.js';

const chat = document.getElementById('chat');
const notice = document.getElementById('notice');
const dark = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 30rem)');

// Direct Line's numbers for the state of a connection.
const ONLINE = 2;
const EXPIRED_TOKEN = 3;
const FAILED_TO_CONNECT = 4;
const ENDED = 5;

// An answer is new for a minute, in milliseconds.
const NEW = 60_000;

let current = null;

function show(text) {
  notice.textContent = text;
  notice.hidden = !text;
}

function render() {
  window.WebChat.renderWebChat(
    {
      directLine: current.directLine,
      userID: current.userId,
      username: '',
      locale: 'zh-CN',
      store: current.store,
      styleOptions: styleOptions(dark.matches, elder.isElder(), narrow.matches),
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: '请输入您的问题' },
    },
    current.place,
  );
}

async function open() {
  show('');
  let opened;
  try {
    opened = await openConversation();
  } catch (failure) {
    show('暂时连接不上，请稍后刷新页面再试。');
    throw failure;
  }

  // A place of its own for each conversation: Web Chat does not let go of one that it has drawn.
  const place = document.createElement('div');
  const former = current;
  current = { ...opened, place, store: window.WebChat.createStore({}, listening) };
  elder.begin();
  former?.directLine.end();
  chat.replaceChildren(place);

  const { directLine, reopen } = current;
  directLine.connectionStatus$.subscribe((status) => {
    if (current?.directLine !== directLine) return;
    if (status === ONLINE) show('');
    else if (status === EXPIRED_TOKEN) reopen().catch(() => show('连接已中断，请刷新页面。'));
    else if (status === FAILED_TO_CONNECT) show('暂时连接不上，请稍后刷新页面再试。');
    else if (status === ENDED) startOver();
  });
  render();
  chat.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
}

// Hears what comes in: the greeting brings the quick questions, and new answers, not those of before a reload, are said.
const listening = () => (next) => (action) => {
  const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload.activity : undefined;
  if (activity?.from?.role === 'user') {
    showQuickQuestions();
    if (activity.type === 'message') elder.asked();
  }
  else if (activity?.type === 'message' && !activity.replyToId) drawQuickQuestions(activity.suggestedActions?.actions ?? [], ask);
  else if (activity?.type === 'message' && Date.now() - Date.parse(activity.timestamp) < NEW)
    elder.heard(activity.speak ?? activity.text ?? '');
  return next(action);
};

function ask(text) {
  current?.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } });
}

function startOver() {
  forgetConversation();
  return open();
}

for (const query of [dark, narrow]) query.addEventListener('change', () => current && render());
document.getElementById('start-over').addEventListener('click', startOver);
elder.start(() => current && render());
document.documentElement.classList.toggle('embedded', new URLSearchParams(location.search).has('embedded'));

await open();
