/** What in the figures wants a look: by kind, the worst first; each opens on the map and can be let rest with a reason. */
import { deleteJson } from '/shared/api.js';
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, moment } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { findingText, othersOf, placeOf, urlOf } from '/shared/finding.js';
import { lines, nameOf, none, partOf, section } from './parts.js';
import { askMute } from './mute.js';

const LINES_SHOWN = 3;
const KINDS = ['declared', 'no-photo', 'pace', 'photo-reuse', 'digging', 'annexes'];

export const openFindings = ({ findings }) => findings.filter((one) => !one.muted);

/** listed: what /api/findings says; read(): reads the desk anew. */
export function findings(listed, me, read) {
  const open = openFindings(listed);
  const rest = listed.findings.filter((one) => one.muted);
  const row = (one) => finding(one, listed.mayMute, me, read);
  return section('findings', t('finding.title'), t('finding.why'),
    open.length ? KINDS.map((kind) => group(kind, open.filter((one) => one.kind === kind).map(row))) : none(t('finding.none')),
    rest.length > 0 && el('details', { class: 'fold', data: { fold: 'muted' } }, el('summary', null, t('finding.muted', { count: rest.length })), lines(rest.map(row))));
}

function group(kind, rows) {
  if (!rows.length) return null;
  return el('div', { class: 'today-group', data: { kind } }, el('h3', null, t(`finding.kind-${kind}`), el('small', null, String(rows.length))),
    lines(rows.slice(0, LINES_SHOWN)),
    rows.length > LINES_SHOWN && el('details', { class: 'fold', data: { fold: `f-${kind}` } }, el('summary', null, t('desk.more', { count: rows.length - LINES_SHOWN })), lines(rows.slice(LINES_SHOWN))));
}

function finding(one, mayMute, me, read) {
  const { about, report } = one.sides[0];
  const name = nameOf(about);
  return el('li', { class: 'reminder', data: { finding: one.key } }, el('a', { class: 'line', href: urlOf(one), data: { line: `f${one.key}` } },
    el('span', { class: 'line-sign' }, icon('flag', 18)),
    el('span', { class: 'line-text' }, el('b', null, name), el('span', { class: 'line-part' }, placeOf(one.sides[0]) ?? partOf(about)),
      el('span', { class: 'line-why' }, findingText(one)),
      othersOf(one).map((text) => el('span', { class: 'line-why' }, text)),
      one.mute && el('span', { class: 'line-why muted' }, muteText(one, me)))),
  el('span', { class: 'line-acts' }, report && el('a', { class: 'text-button', href: `/review?report=${report}`, 'aria-label': t('finding.report-of', { name }) }, t('finding.report')), mayMute && act(one, name, read)));
}

function act(one, name, read) {
  if (!one.muted) return el('button', { class: 'button small', type: 'button', 'aria-label': t('finding.mute-of', { name }), on: { click: () => askMute(one, name, read) } }, t('finding.mute'));
  const button = el('button', { class: 'button small', type: 'button', 'aria-label': t('finding.unmute-of', { name }), on: { click: take } }, t('finding.unmute'));
  async function take() {
    button.disabled = true;
    await deleteJson(`/api/finding-mutes/${one.mute.id}`).catch(() => {});
    await read();
  }
  return button;
}

/** 田敏 11月24日：已约谈 · 至 12月10日; what came back says that it did. */
function muteText({ mute, muted }, me) {
  const said = t('finding.muted-by', { by: mute.by, day: day(moment(mute.at, me.zone).slice(0, 10)), reason: mute.reason });
  if (!muted) return `${t('finding.back')} ${said}`;
  return `${said} · ${mute.until ? t('finding.until', { day: day(mute.until) }) : t('finding.until-worse')}`;
}
