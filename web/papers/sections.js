/** One section a kind of paper; every paper is a link, so that Tab and Enter reach it. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { light } from '/shared/light.js';

/** of: {asOf, snapshot, plan}, as the page was asked. */
export function sections(papers, of) {
  return [
    el('section', { 'aria-labelledby': 'whole' },
      el('h2', { id: 'whole' }, t('papers.whole')),
      el('ul', { class: 'papers-list' },
        row(t('papers.brief'), t('papers.brief-why'), file('brief.docx', of)),
        row(t('papers.workbook'), t('papers.workbook-why'), file('workbook.xlsx', of)))),
    el('section', { 'aria-labelledby': 'units' },
      el('h2', { id: 'units' }, t('papers.units')),
      papers.units.length
        ? el('ul', { class: 'papers-list' }, papers.units.map((unit) => row(unit.name, counts(unit),
          file('reminder.docx', of, { unit: unit.name }, t('papers.reminder')),
          unit.slip && file('slip.docx', of, { unit: unit.name }, t('papers.slip')))))
        : el('p', { class: 'muted' }, t('papers.no-units'))),
    ...ofGround(papers, of)];
}

/** A snapshot holds neither reports nor places: these are of the day before it. */
function ofGround(papers, of) {
  const bound = papers.snapshot !== null && papers.snapshot !== undefined && el('p', { class: 'muted' }, t('papers.ground-of-snapshot'));
  return [
    el('section', { 'aria-labelledby': 'maps' },
      el('h2', { id: 'maps' }, t('papers.maps')), bound,
      el('ul', { class: 'papers-list' },
        row(t('papers.map'), t('papers.map-why'), file('map.pdf', of, { size: 'a3' }, 'A3'), file('map.pdf', of, { size: 'a0' }, 'A0')))),
    el('section', { 'aria-labelledby': 'evidence' },
      el('h2', { id: 'evidence' }, t('papers.evidence')),
      el('p', { class: 'muted' }, t('papers.evidence-why')),
      el('ul', { class: 'papers-list papers-projects' }, papers.projects.map((p) => row(`${p.number} ${p.name}`, light(p.light, 13), file('evidence.pdf', of, { project: p.number })))))];
}

function row(name, why, ...links) {
  return el('li', null, el('div', null, el('b', null, name), el('p', null, why)), el('div', { class: 'papers-links' }, links));
}

function counts(unit) {
  return [unit.overdue && [light('late', 13), ` ${t('papers.overdue', { count: unit.overdue })}`],
    unit.soon && t('papers.soon', { count: unit.soon }),
    unit.behind && t('papers.behind', { count: unit.behind })].filter(Boolean).map((part, i) => [i > 0 && ' · ', part]);
}

function file(name, of, more = {}, word = null) {
  const query = new URLSearchParams(Object.entries({ ...of, ...more }).filter(([, value]) => value));
  const kind = name.split('.').pop();
  return el('a', { class: 'button small', href: `/api/papers/${name}${query.size ? `?${query}` : ''}`, download: '' }, word ?? t('papers.get'), el('small', null, kind));
}
