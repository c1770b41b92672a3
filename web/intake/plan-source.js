/** What the notice prints of a project, every number marked: taken, asked, or no quantity. */
import { el } from '/shared/dom.js';
import { t, wordOr } from '/shared/i18n.js';
import { day } from '/shared/format.js';

export function sources(draft, number) {
  const texts = draft.cells.find((cells) => cells.project === number)?.texts ?? {};
  const same = texts.annex1 && texts.annex2 && bare(texts.annex1) === bare(texts.annex2);
  const shown = Object.entries(texts).filter(([cell, text]) => text && !(cell === 'annex2' && same));
  if (!shown.length) return null;
  return el('section', { class: 'plan-sources' },
    el('div', { class: 'plan-asked-head' }, el('h3', null, t('plan-in.printed')),
      el('span', { class: 'plan-legend' }, ['row', 'asked', 'other'].map((kind) => el('span', null, el('mark', { class: kind }, '12'), ' ', t(`plan-in.mark.${kind}`))))),
    el('dl', null, shown.map(([cell, text]) => [el('dt', null, cellName(cell)), el('dd', null, marked(text, draft.figures.filter((f) => f.project === number && f.cell === cell)))])));
}

const bare = (text) => text.replace(/[\s。；，、,;.]/g, '');
const cellName = (cell) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? day(cell) : wordOr(`plan-in.cell.${cell}`, cell));

function marked(text, figures) {
  const parts = [];
  let at = 0;
  for (const { start, end, outcome, what } of [...figures].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const kind = outcome.toLowerCase();
    parts.push(text.slice(at, start), el('mark', { class: kind, title: kind === 'row' ? what.replace('@', '') : t(`plan-in.mark.${kind}`) }, text.slice(start, end), el('span', { class: 'aloud' }, t(`plan-in.mark.${kind}`))));
    at = end;
  }
  return [...parts, text.slice(at)];
}
