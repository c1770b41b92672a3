/** What the reader was reminded of and has not noted yet; where it may be mailed to. */
import { putJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';
import { lightSign } from '/shared/light.js';
import { asksOf } from './gates.js';
import { leaders } from './leaders.js';
import { lines, mapUrl, nameOf, none, partOf, section } from './parts.js';

const LINES_SHOWN = 5;

/** Nobody is shown an empty section who never gets any. read(): reads the desk anew. */
export function reminders(own, me, read) {
  if (!own.reminders.length && !own.leader && !['unit', 'planner', 'reviewer', 'administrator'].includes(me.role)) return null;
  const rows = own.reminders.map((one) => row(one, read));
  return section('reminders', t('desk.reminders'), null,
    rows.length ? lines(rows.slice(0, LINES_SHOWN)) : none(t('desk.no-reminders')),
    rows.length > LINES_SHOWN && el('details', { class: 'fold', data: { fold: 'reminders' } }, el('summary', null, t('desk.more', { count: rows.length - LINES_SHOWN })), lines(rows.slice(LINES_SHOWN))),
    mail(own, read), leaders(me));
}

function row({ id, kind, day: told, facts }, read) {
  const name = nameOf(facts.about);
  const noted = el('button', { class: 'button small', type: 'button', 'aria-label': t('desk.acknowledge-of', { name }), on: { click: note } }, t('desk.acknowledge'));
  async function note() {
    noted.disabled = true;
    await putJson(`/api/me/reminders/${id}/acknowledgement`, {}).catch(() => {});
    await read();
  }
  return el('li', { class: 'reminder' }, el('a', { class: 'line', href: mapUrl(facts.about), data: { line: `r${id}` } },
    el('span', { class: 'line-sign' }, lightSign(kind === 'overdue' ? 'late' : 'pend', 18, true)),
    el('span', { class: 'line-text' }, el('b', null, name), el('span', { class: 'line-part' }, partOf(facts.about)),
      el('span', { class: 'line-why' }, el('b', { class: kind === 'overdue' ? 'l-late' : 'l-pend' }, t(`desk.reminder-${kind}`, { due: day(facts.due), days: facts.days, until: facts.until && day(facts.until) })), ` · ${t('desk.reminded', { day: day(told) })}`),
      el('span', { class: 'line-why' }, asksOf(facts.asks)))),
  el('span', { class: 'line-acts' }, kind === 'review' && el('a', { class: 'text-button', href: `/review?project=${facts.about.project}`, 'aria-label': t('desk.review-of', { name }) }, t('desk.review')), noted));
}

function mail({ mail: on, address }, read) {
  const field = el('input', { class: 'field', type: 'email', id: 'mail-address', maxlength: 254, value: address ?? '', autocomplete: 'email' });
  const fault = el('p', { class: 'fault', role: 'alert' });
  const form = el('form', { class: 'today-mail' }, el('label', { class: 'label', for: 'mail-address' }, t('desk.mail-address')),
    el('div', null, field, el('button', { class: 'button', type: 'submit' }, t('desk.mail-save'))), el('p', { class: 'muted' }, t('desk.mail-hours')), fault);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await putJson('/api/me/reminder-address', { address: field.value });
      form.closest('details').open = false;
      await read();
    } catch (problem) {
      put(fault, problem.status ? problem.faults[0]?.detail ?? problem.message : t('state.offline'));
    }
  });
  const words = address ? t('desk.mail-to', { address }) : t(on ? 'desk.mail-none' : 'desk.mail');
  return el('details', { class: 'fold', data: { fold: 'mail' } }, el('summary', null, words), on ? form : el('p', { class: 'today-none' }, t('desk.mail-off')));
}
