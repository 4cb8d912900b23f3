// Puts the chat on another page: <script src="https://…/embed.js" defer></script>
// The page's origin must stand in DirectLine:TrustedOrigins. Nothing of the page is read, and nothing is put on it but
// a button and a frame.
(() => {
  const script = document.currentScript;
  const address = new URL('./?embedded=1', script.src).href;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  // A style sheet that is made here passes where the page's own policy lets no style elements pass.
  const look = new CSSStyleSheet();
  look.replaceSync(`
    :host { all: initial; }
    button { position: fixed; right: 16px; bottom: 16px; z-index: 2147483646; min-width: 48px; min-height: 48px; padding: 0 20px;
      border: 0; border-radius: 24px; background: #0b6e5f; color: #fff; font: 16px system-ui, sans-serif; cursor: pointer; box-shadow: 0 2px 8px #0006; }
    button:focus-visible { outline: 3px solid #fff; outline-offset: -6px; }
    iframe { position: fixed; right: 16px; bottom: 76px; z-index: 2147483646; width: min(400px, calc(100vw - 32px)); height: min(640px, calc(100dvh - 92px));
      border: 1px solid #55605c; border-radius: 12px; background: #fff; }
    [hidden] { display: none; }`);
  root.adoptedStyleSheets = [look];

  const frame = document.createElement('iframe');
  frame.title = '医保问答';
  frame.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '医保问答';
  button.setAttribute('aria-expanded', 'false');
  root.append(frame, button);

  function toggle(open) {
    if (open && !frame.src) frame.src = address;
    frame.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    button.textContent = open ? '收起' : '医保问答';
    if (open) frame.focus();
  }

  button.addEventListener('click', () => toggle(frame.hidden));
  host.addEventListener('keydown', (event) => event.key === 'Escape' && toggle(false));
  const place = () => document.body.append(host);
  if (document.body) place();
  else addEventListener('DOMContentLoaded', place);
})();
