/** The day, whose desk it is, and the counts that lead to their sections. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, weekday } from '/shared/format.js';
import { openFindings } from './findings.js';

export function head(desk, listed, me) {
  const soon = desk.next.filter((gate) => gate.within !== undefined && gate.within !== null);
  const waiting = desk.waiting.reduce((sum, w) => sum + w.count, 0);
  const longest = Math.max(0, ...desk.waiting.map((w) => w.workingDays));
  return [
    el('div', null, el('h1', null, day(desk.today), el('span', null, weekday(desk.today))), el('p', { class: 'muted' }, whose(me)), el('p', { class: 'today-links' }, links(me))),
    el('ul', { class: 'today-tally' },
      count('overdue', desk.overdue.length, t('desk.overdue'), null, 'late'),
      count('next', soon.length, t('desk.within-30'), null, 'warn'),
      count('waiting', waiting, t('desk.waiting'), longest > 0 && t('desk.longest', { days: longest })),
      count('conflicts', desk.conflictTotal, t('desk.conflicts'), null, 'warn'),
      count('stale', desk.stale.length, t('desk.stale'), t('desk.stale-days', { days: desk.staleDays })),
      me.role !== 'crew' && count('findings', openFindings(listed).length, t('finding.title')))];
}

/** Where to go on from here. */
function links(me) {
  const link = (href, key) => el('a', { class: 'text-button', href }, t(`desk.${key}`));
  return [['unit', 'administrator'].includes(me.role) && link('/entry', 'go-entry'), link('/compare', 'go-compare'), link('/curves', 'go-curves')];
}

/** A scope is said, so that a short desk is not taken for a quiet district. */
function whose(me) {
  const { projects, townships } = me.scope;
  const words = [];
  if (projects) words.push(t('desk.own-projects', { projects: projects.join('、') }));
  if (townships) words.push(t('desk.own-townships', { count: townships.length }));
  return words.length ? words.join(' · ') : t('desk.whole-district');
}

function count(id, number, word, aside, tone) {
  return el('li', null, el('a', { href: `#${id}`, class: number > 0 && tone ? `t-${tone}` : null }, el('b', null, String(number)), el('span', null, word), number > 0 && aside && el('small', null, aside)));
}
