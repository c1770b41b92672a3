/** What takes the place of the map: sign-in, the outbox, mine. */
import { put } from '/shared/dom.js';
import { watch } from './state.js';
import { signInView } from './sign-in-view.js';
import { outboxView } from './outbox-view.js';
import { outboxFoot } from './outbox-foot.js';
import { mineView } from './mine-view.js';

const DRAWN_BY = ['device', 'tab', 'items', 'progress', 'packs', 'packProjects', 'download', 'offer', 'trouble', 'persisted', 'usage', 'online', 'pairFault', 'draft', 'states'];

export function startPages() {
  watch(DRAWN_BY, (state) => {
    const page = document.getElementById('page');
    page.hidden = Boolean(state.device) && state.tab === 'map';
    if (!state.device) return keep(page, 'sign-in', () => signInView(state));
    if (state.tab === 'outbox') {
      put(page, outboxView(state));
      page.dataset.shows = '';
      put(document.getElementById('sheet'), outboxFoot(state));
    } else if (state.tab === 'mine') {
      keep(page, state.trouble ? 'again' : null, () => mineView(state));
      put(document.getElementById('sheet'));
    }
  });
}

/** A form that somebody fills is not drawn anew under their fingers. */
function keep(page, form, draw) {
  if (form && page.dataset.shows === form && page.contains(document.activeElement)) return;
  put(page, draw());
  page.dataset.shows = form ?? '';
}
