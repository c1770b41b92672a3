/** What came in: open imports to go on with, accepted ones with what they did, to be taken back with a reason. */
import { putJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment, number } from '/shared/format.js';
import { dialog } from '/shared/dialog.js';
import { empty } from '/shared/state.js';
import { notice } from './notice.js';

const DID = ['new', 'changed', 'retired', 'townships'];

/** open missing = the row is the page itself. */
export function history(imports, { me, root }, { open, reload }) {
  return el('section', { class: 'intake-step' }, el('h2', null, t(open ? 'intake.history' : 'intake.done')),
    imports.length ? el('ul', { class: 'imports' }, imports.map((each) => row(each, me.zone, root, open, reload))) : empty(t('intake.no-history'), t('intake.no-history-why')));
}

function row(each, zone, root, open, reload) {
  const going = ['found', 'read', 'mapped'].includes(each.state);
  return el('li', { class: each.state === 'undone' ? 'off' : null },
    el('div', null, open ? el('button', { class: 'row-button', type: 'button', on: { click: () => open(each.number) } }, el('b', null, t('intake.number', { number: each.number })), ` ${each.fileName}`) : el('b', null, each.fileName),
      el('p', { class: 'muted' }, going ? `${each.createdBy} · ${moment(each.createdAt, zone)}` : `${each.acceptedBy} · ${moment(each.acceptedAt, zone)}`),
      !going && each.counts && el('p', null, DID.filter((what) => each.counts[what]).map((what) => t(`intake.did.${what}`, { count: number(each.counts[what], 0) })).join(' · ')),
      each.state === 'undone' && el('p', null, t('intake.undone', { by: each.undoneBy, at: moment(each.undoneAt, zone) }), el('span', { class: 'muted' }, ` ${each.undoReason}`))),
    el('div', { class: 'acts' }, el('span', { class: 'badge' }, t(`intake.state.${each.state}`)),
      each.state === 'accepted' && el('button', { class: 'text-button', type: 'button', on: { click: () => ask(each, root, reload) } }, t('intake.undo'))));
}

function ask(each, root, reload) {
  const reason = el('textarea', { class: 'field', id: 'undo-reason', rows: 3, maxlength: 200, required: true });
  const said = el('div', { role: 'alert' });
  const go = el('button', { class: 'button bad', type: 'submit' }, t('intake.undo'));
  const form = el('form', { class: 'undo-form' }, el('p', null, t('intake.undo-means')), el('p', null, el('label', { class: 'label', for: 'undo-reason' }, t('intake.undo-reason')), reason), said, go);
  const box = dialog(t('intake.undo-of', { number: each.number }), form);
  reason.focus();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await putJson(`${root}/${each.number}/undo`, { reason: reason.value });
      box.close();
      await reload();
    } catch (problem) {
      go.disabled = false;
      put(said, notice(problem));
    }
  });
}
