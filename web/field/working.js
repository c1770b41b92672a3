/** 某某正在此段作业: a hint between crews while there is a line; never a lock, and never in the way of a mark. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { rangeText } from '/shared/measure.js';
import { call } from './line.js';
import { change, state } from './state.js';
import { age } from './when.js';

const EVERY_MS = 4 * 60_000;
let timer = null;

export function startWorking() {
  clearInterval(timer);
  timer = setInterval(() => { if (!document.hidden) ask(); }, EVERY_MS);
  ask();
}

/** Says that I work there now; forgotten by itself after two hours. */
export function tellWorking(code) {
  if (state.online && state.device && !state.trouble) call('PUT', `/api/working-notices/${encodeURIComponent(code)}`, { token: state.device.token, json: '{}' });
}

async function ask() {
  if (!state.online || !state.device || state.trouble) return;
  const answer = await call('GET', '/api/working-notices', { token: state.device.token });
  if (answer.status === 200 && answer.json?.notices) change({ working: answer.json.notices.filter((notice) => !notice.mine) });
}

/** The others on this line, or nothing. */
export function workingHere(code) {
  const here = (state.working ?? []).filter((notice) => notice.footprint === code && new Date(notice.expiresAt) > new Date());
  return here.map((notice) => el('p', { class: 'working', role: 'status' }, t(notice.range ? 'field.working-range' : 'field.working', {
    who: notice.by?.name ?? notice.by, since: age(notice.notedAt), range: notice.range ? rangeText(notice.range.from, notice.range.to) : '',
  })));
}
