/** Every snapshot ever let out, newest first; one that stands can be withdrawn with a reason. */
import { putJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { dialog } from '/shared/dialog.js';
import { empty } from '/shared/state.js';

export function history({ me, draft, snapshots }, reload) {
  if (!snapshots.length) return empty(t('publish.no-history'));
  const heads = ['id', 'as-of', 'by', 'note', 'state'].map((key) => el('th', { scope: 'col', class: 'start' }, t(`publish.${key}`)));
  return el('table', { class: 'table publish-history' }, el('thead', null, el('tr', null, heads)),
    el('tbody', null, snapshots.map((s) => row(s, me.zone, s.id === draft.current?.id, reload))));
}

function row(s, zone, stands, reload) {
  const cell = (key, ...content) => el('td', { class: 'start wrap', data: { head: t(`publish.${key}`) } }, el('span', null, content));
  return el('tr', { class: s.withdrawnAt ? 'off' : null },
    cell('id', stands ? el('b', null, s.id) : s.id), cell('as-of', moment(s.dataAsOf, zone)),
    cell('by', s.approvedBy, el('span', { class: 'muted' }, ` ${moment(s.approvedAt, zone)}`)), cell('note', s.note ?? '—'),
    cell('state', s.withdrawnAt
      ? [t('publish.withdrawn', { by: s.withdrawnBy, at: moment(s.withdrawnAt, zone) }), el('span', { class: 'muted' }, ` ${s.reason}`)]
      : [stands ? el('b', null, t('publish.shown')) : t('publish.superseded'), ' ',
        el('button', { class: 'text-button', type: 'button', on: { click: () => ask(s, stands, reload) } }, t('publish.withdraw'))]));
}

function ask(s, stands, reload) {
  const reason = el('textarea', { class: 'field', id: 'reason', rows: 3, maxlength: 300, required: true });
  const notice = el('p', { class: 'notice bad', role: 'alert', hidden: true });
  const go = el('button', { class: 'button bad', type: 'submit' }, t('publish.withdraw'));
  const form = el('form', { class: 'publish-form' }, el('p', null, t(stands ? 'publish.withdraw-why' : 'publish.withdraw-old')),
    el('p', null, el('label', { class: 'label', for: 'reason' }, t('publish.reason')), reason), notice, go);
  const box = dialog(t('publish.withdraw-of', { id: s.id }), form);
  reason.focus();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await putJson(`/api/snapshots/${s.number}/withdrawal`, { reason: reason.value });
      box.close();
      await reload();
    } catch (problem) {
      go.disabled = false;
      notice.hidden = false;
      put(notice, problem.status ? problem.message : t('state.offline'));
    }
  });
}
