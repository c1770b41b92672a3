/** Reports that an acceptance would send to a reviewer: their ground moves by more than 5 m, is no longer clear, or ends. */
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment, number } from '/shared/format.js';
import { rangeText } from '/shared/measure.js';
import { empty, failed, loading } from '/shared/state.js';

/** Returns {node, draw(codes that end)}. */
export function moves(address, zone) {
  const box = el('div', { class: 'splits', 'aria-live': 'polite' });
  let asked = 0;
  const node = el('div', { hidden: true }, el('h3', null, t('intake.moves')), el('p', { class: 'rule' }, t('intake.moves-rule')), box);
  return { node, draw };

  async function draw(retire) {
    const mine = asked += 1;
    put(box, loading(2));
    try {
      const { reports, looked, of } = await getJson(`${address}/moves`, { retire: [...retire].join(',') });
      if (mine !== asked) return;
      node.hidden = of === 0;
      put(box, reports.length ? table(reports, zone) : empty(t('intake.moves-none', { count: number(of, 0) })),
        looked < of && el('p', { class: 'notice' }, t('intake.moves-some', { looked: number(looked, 0), of: number(of, 0) })));
    } catch (problem) {
      if (mine === asked) put(box, failed(problem, () => draw(retire)));
    }
  }
}

function table(reports, zone) {
  return el('table', { class: 'table moves' },
    el('thead', null, el('tr', null, ['project', 'footprint', 'report', 'before', 'after', 'distance', 'next'].map((head) => el('th', { scope: 'col', class: head === 'distance' ? null : 'start' }, t(`intake.moves-${head}`))))),
    el('tbody', null, reports.map((move) => el('tr', null,
      el('td', { class: 'start' }, String(move.project)), el('td', { class: 'start' }, move.footprint),
      el('td', { class: 'start wrap' }, `${moment(move.observedAt, zone)} ${t(move.done ? 'intake.moves-done' : 'intake.moves-undone')}`),
      el('td', { class: 'start' }, ranges(move.before)), el('td', { class: 'start' }, move.why === 'retired' ? t('intake.moves-gone') : ranges(move.after)),
      el('td', null, move.movedM === null ? '–' : `${number(move.movedM, 1)} m`),
      el('td', { class: 'start wrap' }, t(`intake.moves-${move.why}`), move.verified && ` · ${t('intake.moves-verified')}`)))));
}

const ranges = (list) => (list.length ? list.map(([from, to]) => el('span', { class: 'stretch' }, rangeText(from, to))) : '–');
