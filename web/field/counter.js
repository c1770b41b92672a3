/** After sync a mark is taken back by a counter-report with a reason, never by deleting. The reasons need no typing. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { state } from './state.js';
import { addMark } from './outbox.js';
import { sendSoon } from './schedule.js';
import { toast } from './toast.js';

const REASONS = ['mistake', 'redone', 'wrong-place'];

export function askReason(item) {
  const dialog = el('dialog', { 'aria-label': t('field.counter-title') },
    el('header', null, el('h2', null, t('field.counter-title'))),
    el('div', { class: 'body counter' }, el('p', { class: 'second' }, t('field.counter-why')),
      REASONS.map((key) => el('button', { class: 'button', type: 'button', data: { reason: key }, on: { click: () => { dialog.close(); counter(item, t(`field.why-${key}`)); } } }, t(`field.why-${key}`))),
      el('button', { class: 'text-button', type: 'button', on: { click: () => dialog.close() } }, t('field.cancel'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function counter(item, note) {
  const id = crypto.randomUUID();
  const now = new Date().toISOString();
  const { footprint, version, step, range, components } = item.about;
  const body = { footprint, version, kind: 'undone', step, range, components, observedAt: now, deviceTime: now, method: 'tap', note, photos: [] };
  await addMark({
    id, account: state.device.account.username, at: Date.now(), path: `/api/completion-reports/${id}`, body: JSON.stringify(body), about: JSON.parse(JSON.stringify(body)),
    photos: [], title: item.title, project: item.project,
  }, []);
  toast(t('field.saved'));
  sendSoon();
}
