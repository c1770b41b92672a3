/** One line that says what just happened, and goes by itself. */
import { el } from '/shared/dom.js';

let timer = null;

export function toast(text, act) {
  document.getElementById('toast')?.remove();
  clearTimeout(timer);
  const node = el('div', { id: 'toast', role: 'status' }, el('span', null, text),
    act && el('button', { type: 'button', on: { click: () => { node.remove(); act.click(); } } }, act.text));
  document.body.append(node);
  timer = setTimeout(() => node.remove(), 6000);
}
