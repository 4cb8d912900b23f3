// 长辈模式: larger type, one question with its answer on the screen, answers read aloud. The choice is kept in this browser.

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
const earlierButton = document.getElementById('earlier');

let on = remembered();
let lastAnswer = '';
let questions = 0;
let showsEarlier = false;

export const isElder = () => on;

function draw() {
  document.documentElement.classList.toggle('elder', on);
  modeButton.setAttribute('aria-pressed', String(on));
  aloudButton.hidden = !on || !speech;
  // chat.css leaves out what stands before the last question.
  document.documentElement.classList.toggle('one-question', on && !showsEarlier);
  document.documentElement.classList.toggle('asked', questions > 0);
  earlierButton.hidden = !on || questions === 0;
  earlierButton.textContent = showsEarlier ? '只看最后一问' : '看前面的';
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

// A question begins a screen of its own.
export function asked() {
  questions += 1;
  showsEarlier = false;
  draw();
}

// A conversation begins: nothing is said any more of the former one.
export function begin() {
  lastAnswer = '';
  questions = 0;
  showsEarlier = false;
  draw();
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
  earlierButton.addEventListener('click', () => {
    showsEarlier = !showsEarlier;
    draw();
  });
  aloudButton.addEventListener('click', () => {
    if (speech?.speaking) speech.cancel();
    else read(lastAnswer);
  });
}
