/** One step: its title, and once it is done what came of it; the rest can be opened again. */
import { el } from '/shared/dom.js';

/** done: what to say of it when closed, null while it is the one to do. */
export function step(title, done, ...content) {
  return el('details', { class: `intake-step ${done ? '' : 'now'}`, open: !done },
    el('summary', null, el('h2', { tabindex: -1 }, title), done && el('span', { class: 'muted' }, done)), ...content);
}
