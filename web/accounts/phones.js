/** The phones of an account: a code that pairs one more, and the ones there are, to be taken back. */
import { deleteJson, getJson, postJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { failed, loading } from '/shared/state.js';
import { dialog } from '/shared/dialog.js';
import { qrCode } from '/shared/qr-code.js';

export function openPhones(account, zone) {
  const code = el('div', { class: 'pairing', 'aria-live': 'polite' });
  const list = el('div', null, loading(2));
  dialog(t('accounts.pair-of', { name: account.displayName }), code, el('h3', null, t('accounts.phones')), list);
  pair(code, account, zone);
  show(list, account, zone);
}

async function pair(box, account, zone) {
  put(box, loading(3));
  try {
    const { qr, url, expiresAt } = await postJson(`/api/accounts/${account.userName}/pairings`, {});
    put(box, qrCode(qr, t('accounts.pair-qr')),
      el('p', null, t('accounts.pair-how', { until: moment(expiresAt, zone) })),
      el('p', { class: 'rule' }, el('code', { id: 'pairing-url' }, url)),
      el('button', { class: 'button small', type: 'button', on: { click: () => pair(box, account, zone) } }, t('accounts.pair-again')));
  } catch (problem) {
    put(box, failed(problem, () => pair(box, account, zone)));
  }
}

async function show(list, account, zone) {
  try {
    const { devices } = await getJson('/api/devices', { account: account.userName });
    put(list, devices.length
      ? el('ul', { class: 'phones' }, devices.map((device) => item(device, () => revoke(device, list, account, zone), zone)))
      : el('p', { class: 'muted' }, t('accounts.phones-none')));
  } catch (problem) {
    put(list, failed(problem, () => show(list, account, zone)));
  }
}

function item(device, take, zone) {
  const seen = device.lastSeenAt ? t('accounts.phone-seen', { time: moment(device.lastSeenAt, zone) }) : t('accounts.phone-unseen');
  return el('li', { data: { device: device.id } }, el('span', null, el('b', null, device.name), ' ', el('span', { class: 'muted' }, seen)),
    device.revokedAt
      ? el('span', { class: 'muted' }, t('accounts.phone-revoked', { time: moment(device.revokedAt, zone) }))
      : el('button', { class: 'text-button', type: 'button', 'aria-label': t('accounts.revoke-of', { name: device.name }), on: { click: take } }, t('accounts.revoke')));
}

async function revoke(device, list, account, zone) {
  await deleteJson(`/api/devices/${device.id}`);
  await show(list, account, zone);
}
