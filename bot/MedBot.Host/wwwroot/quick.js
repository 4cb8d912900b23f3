// The questions that the greeting offers, kept at hand for the whole conversation: Web Chat drops its own buttons with
// the next message. Staff edit them where they edit the greeting's.

const place = document.getElementById('quick');

export function drawQuickQuestions(actions, ask) {
  const chips = actions.map(({ title, value }) => {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.textContent = title;
    chip.addEventListener('click', () => ask(value));
    return chip;
  });
  place.replaceChildren(...chips);
  place.hidden = true;
}

// While the greeting's own buttons are on the screen, the same ones need not stand there twice.
export function showQuickQuestions() {
  place.hidden = place.childElementCount === 0;
}
