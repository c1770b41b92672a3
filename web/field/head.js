/** The bar at the top: where or what, how old the pack is, sunlight. While marking it has a way back. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { change, state, watch } from './state.js';
import { toggleTheme } from './theme.js';
import { age } from './when.js';
import { undoStep, leaveMarking } from './mark.js';
import { openFind } from './find.js';

export function startHead() {
  watch(['tab', 'claim', 'packs', 'device', 'theme'], draw);
}

function draw({ tab, claim, device }) {
  const head = document.getElementById('head');
  if (!device) return put(head, bar(t('app.name'), t('field.short'), sun()));
  if (claim) return put(head, tool('left', t('field.back'), leaveMarking), bar(claim.work.properties.name, subtitle(claim.work), tool('undo', t('field.undo-step'), undoStep), sun()));
  if (tab === 'outbox') return put(head, bar(t('field.records'), demo(t('field.records-rule')), sun()));
  if (tab === 'mine') return put(head, bar(t('field.mine'), demo(device.account.displayName), sun()));
  return put(head, bar(place(), demo(packAge()), tool('search', t('field.find'), openFind), sun()));
}

const bar = (title, small, ...tools) => [el('h1', null, title, el('small', null, small)), ...tools];

const tool = (name, label, click) => el('button', { class: 'tap', type: 'button', 'aria-label': label, on: { click } }, icon(name, name === 'left' ? 26 : 24));

const sun = () => el('button', {
  class: 'tap', type: 'button', 'aria-label': t('field.sun'), 'aria-pressed': String(state.theme === 'sun'), on: { click: toggleTheme },
}, icon('sun', 24));

const subtitle = ({ properties }) => demo(`${properties.project} ${state.projects?.get(properties.project) ?? ''}`);
const demo = (text) => (state.device?.demo ? `${text} · ${t('app.demo')}` : text);

function place() {
  const names = state.packs.map((pack) => pack.name);
  return names.length > 2 ? t('field.places', { first: names[0], count: names.length }) : names.join('、') || t('field.no-pack');
}

function packAge() {
  if (!state.packs.length) return t('field.download-first');
  return t('field.pack-of', { time: age(Math.min(...state.packs.map((pack) => pack.at))) });
}

export const showTab = (tab) => change({ tab, claim: null });
