/** What the crew can do with a mark: undo it before sending, send a parked one again, fix a returned one, take back a received one. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { state } from './state.js';
import { append, mayUndo, readPhoto, undo } from './outbox.js';
import { sendSoon } from './schedule.js';
import { tryNow } from './sender.js';
import { startMark } from './mark.js';
import { toast } from './toast.js';
import { askReason } from './counter.js';
import { viewPhoto } from './photo-view.js';

export function itemActions(item, stands) {
  const buttons = [];
  if (stands === 'returned') buttons.push(button('fix', () => fix(item), 'p'));
  if (stands === 'parked') buttons.push(...parked(item));
  if (mayUndo(item)) buttons.push(button('undo', () => takeBack(item)));
  if (['received', 'conflict'].includes(stands) && item.about.kind === 'done' && item.about.quantity === undefined) buttons.push(button('counter', () => askReason(item)));
  if (item.about.photos?.length && stands !== 'sending') buttons.push(button('see', () => see(item)));
  return buttons.length ? el('div', { class: 'bt' }, buttons) : null;
}

/** Trying again is of no use where the phone no longer has the photo. */
function parked(item) {
  const gone = ['photo-lost', 'photo-damaged'].includes(item.problem.code);
  if (gone) return [button('fix', () => fix(item), 'p')];
  return [button('again', () => release(item), 'p'), (!item.receivedAt || item.problem.sha256) && button('fix', () => fix(item))];
}

const button = (act, click, kind) => el('button', { class: kind, type: 'button', data: { act }, on: { click } }, t(`field.act-${act}`));

async function takeBack(item) {
  toast(t((await undo(item.id)) ? 'field.undone' : 'field.undo-late'));
}

async function release(item) {
  await append({ report: item.id, kind: 'released' });
  tryNow();
  sendSoon();
}

/**
 * A new report with the old ends. Of one that the server has it names the old and goes on citing the photos that arrived; what else the phone still has
 * comes along, but for the photo that was refused. A parked one steps aside once the new one is kept.
 */
async function fix(item) {
  const work = state.works.find((w) => w.code === item.about.footprint);
  if (!work) return toast(t('field.fix-needs-pack'));
  const { range, components = [], notNeeded = [], quantity, step = null, photos = [] } = item.about;
  const by = item.about.method === 'typed' ? 'typed' : 'tap'; // nobody stands there now
  const ends = range ? { a: { m: range.from, by }, b: { m: range.to, by } } : {};
  const settled = item.phase === 'done';
  const left = settled ? [] : item.photos.filter((sha256) => !item.arrived.has(sha256) && sha256 !== item.problem?.sha256);
  const pics = (await Promise.all(left.map(readPhoto))).filter(Boolean);
  const kept = item.receivedAt ? photos.filter(({ sha256 }) => settled || item.arrived.has(sha256) || !item.photos.includes(sha256)) : [];
  const known = { pics, kept, replaces: item.receivedAt ? item.id : null, supersedes: item.phase === 'parked' ? item.id : null };
  return startMark(work, { ...ends, ...known, step, done: components, notNeeded, quantity: quantity ?? '' });
}

/** From the phone while it still has them, else from the server. */
async function see(item) {
  for (const cited of item.about.photos) {
    const pic = (await readPhoto(cited.sha256)) ?? (await fetchPhoto(cited));
    if (pic) return viewPhoto(pic, item.title);
  }
  return toast(t('field.photo-away'));
}

async function fetchPhoto(cited) {
  try {
    const answer = await fetch(`/api/photos/${cited.sha256}`, { headers: { Authorization: `Bearer ${state.device.token}` }, credentials: 'omit' });
    return answer.ok ? { ...cited, bytes: await answer.arrayBuffer() } : null;
  } catch {
    return null;
  }
}

