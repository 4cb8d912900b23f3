import { openConversation, forgetConversation } from './conversation.js';
import { styleOptions } from './style.js';

const chat = document.getElementById('chat');
const notice = document.getElementById('notice');
const dark = matchMedia('(prefers-color-scheme: dark)');

// Direct Line's numbers for the state of a connection.
const ONLINE = 2;
const EXPIRED_TOKEN = 3;
const FAILED_TO_CONNECT = 4;
const ENDED = 5;

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
      styleOptions: styleOptions(dark.matches),
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
  current = { ...opened, place, store: window.WebChat.createStore() };
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

function startOver() {
  forgetConversation();
  return open();
}

dark.addEventListener('change', () => current && render());
document.getElementById('start-over').addEventListener('click', startOver);

await open();
