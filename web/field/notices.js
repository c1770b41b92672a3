/** The black bar and what else must be seen at once: offline, the server refused the token, a new build, no room. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { change, watch } from './state.js';
import { forgetDraft } from './draft.js';
import { startMark } from './mark.js';
import { unsentMarks } from './queue.js';
import { showTab } from './head.js';
import { takeUpdate } from './shell.js';
import { nearlyFull } from './storage.js';

const SEEN_BY = ['online', 'items', 'trouble', 'update', 'progress', 'tab', 'claim', 'device', 'usage', 'shellFault', 'draft', 'works'];

export function startNotices() {
  watch(SEEN_BY, (state) => put(document.getElementById('notices'),
    state.device && !state.claim && offline(state), trouble(state), draft(state), update(state), room(), shell(state)));
}

function offline({ online, items, tab, progress, works }) {
  const left = unsentMarks(items).length;
  if (!online) {
    return row('off', 'offline', t(works.length ? 'field.offline' : 'field.offline-no-pack'), left > 0 && tab !== 'outbox'
      && el('button', { class: 'go', type: 'button', on: { click: () => showTab('outbox') } }, t('field.waiting', { count: left }), icon('right', 16)));
  }
  if (tab !== 'outbox' || !left) return null;
  return row('sending', 'up', t(progress ? 'field.sending' : 'field.online'), el('b', { class: 'go' }, t('field.left', { count: left })));
}

/** Known codes have words of their own; the server's sentence serves for the rest. */
function trouble(state) {
  if (!state.trouble || !state.device) return null;
  const known = ['token-expired', 'token-unknown', 'account-disabled', 'must-change-password'].includes(state.trouble.code);
  return el('div', { class: 'notice bad', role: 'alert' },
    el('b', null, known ? t(`field.trouble-${state.trouble.code}`) : state.trouble.detail || t('field.trouble')),
    el('p', null, t('field.trouble-kept', { count: unsentMarks(state.items).length })),
    el('button', { class: 'button', type: 'button', on: { click: () => showTab('mine') } }, t('field.sign-in-again')));
}

const update = (state) => state.update && !state.claim && row('sending', 'download', t('field.update'),
  el('button', { class: 'go', type: 'button', id: 'take-update', on: { click: () => takeUpdate(state.update) } }, t('field.update-now')));

/** What was being marked when the app was killed. */
const draft = ({ draft: found, claim }) => found && !claim && row('sending', 'undo', t('field.draft', { name: found.work.properties.name }),
  el('button', { class: 'go', type: 'button', id: 'drop-draft', on: { click: () => { change({ draft: null }); forgetDraft(); } } }, t('field.draft-drop')),
  el('button', { class: 'go', type: 'button', id: 'take-draft', on: { click: () => { change({ draft: null }); startMark(found.work, found.claim); } } }, t('field.draft-take')));

const room = () => nearlyFull() && row('off', 'inbox', t('field.nearly-full'));

const shell = (state) => state.shellFault && row('off', 'offline', t('field.no-shell'));

const row = (kind, glyph, text, ...end) => el('div', { class: kind }, icon(glyph, 22), el('b', null, text), end);
