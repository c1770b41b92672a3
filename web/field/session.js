/** The phone's own sign-in: a device token, got once with a password or a pairing code. Signing out never touches the outbox. */
import { language } from '/shared/i18n.js';
import { call } from './line.js';
import { codeOf } from './verdict.js';
import { readValue, remove, transact, writeValue } from './db.js';
import { tell } from './outbox.js';
import { change } from './state.js';

/** → null when signed in, else {code, detail}. */
export function signIn(userName, password) {
  const basic = btoa(String.fromCharCode(...new TextEncoder().encode(`${userName}:${password}`)));
  return issue('/api/devices', { basic });
}

export const pair = (code) => issue(`/api/device-pairings/${encodeURIComponent(code)}`, {});

/** A QR code opens /field/#pair=CODE; the code works once, so it leaves the address at once. */
export async function pairFromAddress() {
  const code = new URLSearchParams(location.hash.slice(1)).get('pair');
  if (!code) return;
  history.replaceState(null, '', '/field/');
  const fault = await pair(code);
  if (fault) change({ pairFault: fault });
}

async function issue(path, how) {
  const answer = await call('POST', path, { ...how, json: JSON.stringify({ name: phoneName() }), language: language() });
  if (answer.status !== 201 || !answer.json?.token) return { code: codeOf(answer) || (answer.status ? 'unknown' : 'offline'), detail: answer.json?.detail ?? '' };
  const { id, token, account, issuedAt, expiresAt } = answer.json;
  const me = await call('GET', '/api/me', { token });
  await writeValue('device', { id, token, account, issuedAt, expiresAt, demo: Boolean(me.json?.demo) });
  await remove('values', 'trouble');
  await forgetPacksOfOthers(account.username);
  tell({ kind: 'session' });
  return null;
}

/** Another account may see other ground: its packs are its own. The outbox is not touched. */
async function forgetPacksOfOthers(username) {
  if ((await readValue('packs-of')) !== username) await transact(['packs', 'values'], ({ packs, values }) => { packs.clear(); values.delete('pack-projects'); });
  await writeValue('packs-of', username);
}

/** Takes the token off the phone and tells the server, if it can be reached. What waits stays and waits for the same account. */
export async function signOut() {
  const device = await readValue('device');
  await remove('values', 'device');
  await remove('values', 'trouble');
  if (device) call('DELETE', `/api/devices/${device.id}`, { token: device.token });
  tell({ kind: 'session' });
}

/** What the administrator sees in the list of phones. */
function phoneName() {
  const agent = navigator.userAgent;
  const found = /\((?:Linux; )?(?:Android [\d.]+; )?([^;)]+)/.exec(agent)?.[1] ?? 'phone';
  return `${found} · ${/Android [\d.]+|iPhone OS [\d_]+/.exec(agent)?.[0] ?? navigator.platform}`.slice(0, 60);
}
