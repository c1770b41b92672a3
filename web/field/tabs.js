/** Map, what waits, mine. Hidden while marking: the main button takes the reach of the thumb. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { watch } from './state.js';
import { unsentMarks } from './queue.js';
import { showTab } from './head.js';

export function startTabs() {
  watch(['tab', 'claim', 'items', 'device'], ({ tab, claim, items, device }) => {
    const nav = document.getElementById('tabs');
    nav.hidden = Boolean(claim) || !device;
    const waiting = unsentMarks(items).length;
    put(nav, one('map', 'map', tab), one('outbox', 'inbox', tab, waiting), one('mine', 'person', tab));
  });
}

const one = (name, glyph, tab, count = 0) => el('button', {
  type: 'button', data: { tab: name }, 'aria-current': tab === name ? 'page' : null, on: { click: () => showTab(name) },
}, icon(glyph, 24), count > 0 && el('em', null, String(count)), t(`field.tab-${name}`));
