/** Asks why a finding may rest, and until when. */
import { newId, putJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { dialog } from '/shared/dialog.js';
import { showFaults } from '/shared/faults.js';
import { t } from '/shared/i18n.js';
import { findingText } from '/shared/finding.js';

export function askMute(one, name, read) {
  const id = newId();
  const reason = el('textarea', { class: 'field', name: 'reason', rows: 3, maxlength: 500, required: true, id: 'mute-reason' });
  const until = el('input', { class: 'field', type: 'date', name: 'until', id: 'mute-until' });
  const left = el('p', { class: 'fault', role: 'alert' });
  const go = el('button', { class: 'button primary' }, t('finding.mute'));
  const form = el('form', { class: 'mute-form', on: { submit } },
    el('p', null, el('b', null, name), ' ', findingText(one)),
    el('label', { class: 'label', for: 'mute-reason' }, t('finding.reason')), reason,
    el('label', { class: 'label', for: 'mute-until' }, t('finding.rest-until')), until, el('p', { class: 'muted' }, t('finding.rest-hint')), left,
    el('div', { class: 'mute-acts' }, el('button', { class: 'button', type: 'button', on: { click: () => box.close() } }, t('finding.cancel')), go));
  const box = dialog(t('finding.mute-title'), form);
  reason.focus();
  async function submit(event) {
    event.preventDefault();
    go.disabled = true;
    try {
      await putJson(`/api/finding-mutes/${id}`, { finding: one.key, reason: reason.value, until: until.value || null });
      box.close();
      await read();
    } catch (problem) {
      const faults = showFaults(form, problem.faults ?? []);
      put(left, problem.faults?.length && !faults.length ? '' : problem.status === 0 ? t('state.offline') : problem.message);
      go.disabled = false;
    }
  }
}
