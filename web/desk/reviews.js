/** What awaits whose review and since when, what stands against each other, and the reader's own share of it. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, moment, number } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { rangeText } from '/shared/measure.js';
import { folded, line, lineWith, mapUrl, nameOf, none, section } from './parts.js';

const LINES_SHOWN = 5;

/** Only for whoever reviews at all. */
export function mine({ mine: own }) {
  if (!own.reviewer) return null;
  const figure = (count, key) => el('li', null, el('b', null, String(count)), t(`desk.${key}`));
  return section('mine', t('desk.mine'), null, el('div', { class: 'today-mine' },
    el('ul', null, figure(own.queue, 'mine-queue'), figure(own.conflicts, 'mine-conflicts'), figure(own.rechecks, 'mine-rechecks')),
    el('div', null, own.rechecks > 0 && el('a', { class: 'button small', href: '/review?list=recheck' }, t('desk.go-recheck')),
      el('a', { class: own.queue ? 'button primary small' : 'button small', href: '/review' }, t('desk.go-review')))));
}

/** How the random re-check stands, for whoever sees the desk. */
function drawn({ accepted, drawn: all, open }) {
  return accepted > 0 && el('p', { class: 'today-none', id: 'rechecks' }, t('desk.rechecks', { accepted: number(accepted, 0), drawn: number(all, 0), open: number(open, 0) }));
}

export function waiting({ waiting: groups, rechecks }) {
  return section('waiting', t('desk.waiting'), t('desk.waiting-why'), groups.length ? folded('waiting', groups.map((group) => withReview(group.mine && `/review?project=${group.about.project}`, nameOf(group.about), line({
    key: `w${group.about.track}${group.level}`, href: mapUrl(group.about), sign: icon('inbox', 18),
    name: nameOf(group.about), part: group.about.trackName,
    texts: [who(group), group.verifyBy && el('b', { class: 'l-pend' }, t('desk.verify-by', { day: day(group.verifyBy) }))],
    end: t('desk.reports', { count: group.count }), below: t('desk.waited', { days: group.workingDays }),
  }))), LINES_SHOWN) : none(t('desk.no-waiting')), drawn(rechecks));
}

/** The line itself opens on the map; who may review gets there from its end. */
function withReview(href, name, row) {
  return href ? lineWith(row, el('a', { class: 'text-button', href, 'aria-label': t('desk.review-of', { name }) }, t('desk.review'))) : row;
}

function who({ reviewers, reviewerTotal, level, levels }) {
  const names = reviewerTotal === 0 ? t('desk.only-administrators') : reviewers.join('、');
  const all = reviewerTotal > reviewers.length ? t('desk.names-more', { names, count: reviewerTotal }) : names;
  return levels > 1 ? t('desk.level', { level, levels, names: all }) : all;
}

export function conflicts({ conflicts: open, conflictTotal }, me) {
  return section('conflicts', t('desk.conflicts'), conflictTotal > open.length ? t('desk.shown-of', { shown: open.length, total: conflictTotal }) : null,
    open.length ? folded('conflicts', open.map((one) => withReview(one.mayDecide && `/review?report=${one.report}`, one.footprintName ?? nameOf(one.about), line({
      key: `c${one.report}`, href: mapUrl(one.about, one.footprint), sign: icon('flag', 18),
      name: one.footprintName ?? nameOf(one.about), part: one.fromM === undefined || one.fromM === null ? null : rangeText(one.fromM, one.toM),
      texts: [`${nameOf(one.about)} · ${t(one.done ? 'desk.says-done' : 'desk.says-undone')} · ${one.author}`],
      end: moment(one.receivedAt, me.zone).slice(5, 10), below: t(`desk.conflict-${one.reason}`),
    }))), LINES_SHOWN) : none(t('desk.no-conflicts')));
}
