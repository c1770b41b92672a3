/** Offline packs: size before, progress during, age after. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { change, state } from './state.js';
import { choiceOf, download, listPacks, removePack } from './packs.js';
import { projectsChoice } from './projects-choice.js';
import { age, size } from './when.js';
import { showTab } from './head.js';

let asked = null;

export function packsView({ packs, offer, download: running, device, packProjects }) {
  if (asked !== device.token) ask();
  if (running) return progress(running);
  const rows = offer?.packs ? offered(offer, packs) : packs.map((pack) => row(pack, pack, false));
  const stale = offer?.of !== choiceOf(packProjects); // the sizes of the new choice are asked for
  const wanted = offer?.packs?.filter((pack) => chosen(pack.township, packs)) ?? [];
  return el('div', { class: 'packs' },
    offer?.fault && el('p', { class: 'second' }, t(packs.length ? 'field.packs-offline' : 'field.packs-unreachable'), ' ', el('button', { class: 'text-button', type: 'button', on: { click: ask } }, t('state.retry'))), rows, projectsChoice(offer?.projects, packProjects, ask),
    offer?.broken && el('p', { class: 'fault-note', role: 'alert' }, t('field.download-broken')),
    el('button', { class: 'go1', id: 'download', type: 'button', disabled: !wanted.length || stale, on: { click: () => fetchAll(wanted, offer.base) } },
      t(packs.length ? 'field.download-again' : 'field.download-size', { size: size(bytesOf(wanted, offer?.base)) })));
}

const bytesOf = (wanted, base) => wanted.reduce((sum, pack) => sum + (pack.bytes ?? 0), 0) + (base && base.etag !== state.baseEtag ? base.bytes ?? 0 : 0);
const picked = new Set();
const refused = new Set();

/** One township is taken without asking; of many, those already on the phone and those ticked. */
function chosen(township, packs) {
  if (picked.has(township)) return true;
  if (refused.has(township)) return false;
  return state.offer.packs.length === 1 || packs.some((pack) => pack.township === township);
}

const offered = (offer, packs) => offer.packs.map((pack) => row(pack, packs.find((held) => held.township === pack.township), true, packs));

function row(pack, held, selectable, packs) {
  const on = selectable && chosen(pack.township, packs);
  const toggle = () => {
    (on ? refused : picked).add(pack.township);
    (on ? picked : refused).delete(pack.township);
    change({ offer: { ...state.offer } });
  };
  const says = [held ? t('field.pack-of', { time: age(held.at) }) : t('field.pack-none'), size(pack.bytes), pack.footprints !== undefined && t('field.pack-works', { count: pack.footprints })];
  return el('div', { class: 'pack', data: { township: pack.township } },
    el('button', { class: 'tick-row', type: 'button', role: 'checkbox', 'aria-checked': String(on), disabled: !selectable, on: { click: toggle } },
      el('span', { class: 'box' }, on && '✓'), el('span', null, el('b', null, pack.name ?? pack.township), el('small', null, says.filter(Boolean).join(' · ')))),
    held && el('button', { class: 'text-button', type: 'button', on: { click: () => removePack(pack.township) } }, t('field.pack-remove')));
}

function progress({ done, total }) {
  const percent = total ? Math.min(100, Math.round((100 * done) / total)) : 0;
  return el('div', { class: 'packs', role: 'status' }, el('p', null, t('field.downloading', { done: size(done), total: size(total) })), el('div', { class: 'pb' }, el('i', { style: { width: `${percent}%` } })));
}

async function ask() {
  asked = state.device.token;
  try {
    change({ offer: await listPacks() });
  } catch (fault) {
    change({ offer: { fault: fault.message } });
  }
}

async function fetchAll(wanted, base) {
  try {
    await download(wanted, base);
    showTab('map');
  } catch (fault) {
    change({ offer: { ...state.offer, broken: fault.message } });
  }
}
