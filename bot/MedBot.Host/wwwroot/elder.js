// 长辈模式: larger type, fewer things at a time, answers read aloud. The choice is kept in this browser.

const STORAGE_KEY = 'medbot.elder';

function remembered() {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'on';
  } catch {
    return false;
  }
}

function remember(on) {
  try {
    localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off');
  } catch {
    // Private windows may refuse storage: the choice then lasts until the page is closed.
  }
}

const speech = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window ? window.speechSynthesis : null;
const modeButton = document.getElementById('elder');
const aloudButton = document.getElementById('aloud');

let on = remembered();
let lastAnswer = '';

export const isElder = () => on;

function draw() {
  document.documentElement.classList.toggle('elder', on);
  modeButton.setAttribute('aria-pressed', String(on));
  aloudButton.hidden = !on || !speech;
}

// Says a text in place of whatever is being said.
function read(text) {
  if (!speech || !text) return;
  speech.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'zh-CN';
  words.rate = 0.9;
  speech.speak(words);
}

// Remembers what an answer says, and in 长辈模式 says it.
export function heard(text) {
  lastAnswer = text;
  if (on) read(text);
}

export function silence() {
  lastAnswer = '';
  speech?.cancel();
}

export function start(changed) {
  draw();
  modeButton.addEventListener('click', () => {
    on = !on;
    remember(on);
    if (!on) speech?.cancel();
    draw();
    changed();
  });
  aloudButton.addEventListener('click', () => {
    if (speech?.speaking) speech.cancel();
    else read(lastAnswer);
  });
}
