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
  if (stands === 'parked') buttons.push(button('again', () => release(item), 'p'), !item.receivedAt && button('fix', () => fix(item)));
  if (mayUndo(item)) buttons.push(button('undo', () => takeBack(item)));
  if (['received', 'conflict'].includes(stands) && item.about.kind === 'done' && item.about.quantity === undefined) buttons.push(button('counter', () => askReason(item)));
  if (item.about.photos?.length && stands !== 'sending') buttons.push(button('see', () => see(item)));
  return buttons.length ? el('div', { class: 'bt' }, buttons) : null;
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
 * A new report with the old ends. Of a returned one it names the old and goes on citing its photos; a parked one the server never took, so its photos
 * come along and it steps aside once the new one is kept.
 */
async function fix(item) {
  const work = state.works.find((w) => w.code === item.about.footprint);
  if (!work) return toast(t('field.fix-needs-pack'));
  const { range, components = [], notNeeded = [], quantity, step = null, photos = [] } = item.about;
  const by = item.about.method === 'typed' ? 'typed' : 'tap'; // nobody stands there now
  const ends = range ? { a: { m: range.from, by }, b: { m: range.to, by } } : {};
  const pics = item.receivedAt ? [] : (await Promise.all(item.photos.map(readPhoto))).filter(Boolean);
  const known = item.receivedAt ? { replaces: item.id, kept: photos } : { pics, supersedes: item.id };
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

