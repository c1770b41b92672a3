/** Figures, declared percents and items of one unit and month: typed down one table, checked, sent like all reports, reviewed like all else. */
import { getJson, getMe } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { topBar } from '/shared/top-bar.js';
import { empty, failed, loading } from '/shared/state.js';
import { openDrafts } from './drafts.js';
import { head } from './head.js';
import { itemKey } from './item.js';
import { startKeys } from './keys.js';
import { keyOf, readyRow } from './row.js';
import { sendAttachment, sendReport } from './send.js';
import { cellsOf, table } from './table.js';

const box = (id) => document.getElementById(id);
const address = new URLSearchParams(location.search);
const wanted = { month: address.get('month'), unit: address.get('unit') };
let sheet = null;
let asOf = null;
let context = null;
let sending = false;
let said = '';

await loadWords();
translate();
document.title = `${t('nav.entry')} · ${t('app.name')}`;
put(box('sheet'), loading(8));
const me = await getMe();
const bar = topBar(box('top'), me, 'entry');
startKeys(box('sheet'), send);
addEventListener('popstate', () => location.reload());
await read();

async function read() {
  try {
    sheet = await getJson('/api/entry-sheet', wanted);
  } catch (problem) {
    put(box('head'));
    put(box('send'));
    put(box('sheet'), problem.status === 404 ? empty(t('review.no-plan'), t('review.no-plan-why')) : failed(problem, read));
    return;
  }
  asOf = asOf && asOf >= sheet.from && asOf <= sheet.asOf ? asOf : sheet.asOf;
  context = { sheet, drafts: openDrafts(me.userName, sheet.month), faults: context?.faults ?? {}, files: context?.files ?? {}, changed: drawSend, redraw: (key) => draw(key) };
  bar.setKnownAt(me.now);
  draw();
}

function draw(focus = document.activeElement?.dataset?.key) {
  put(box('head'), head(sheet, asOf, go, (day) => { asOf = day; }));
  put(box('sheet'), sheet.tracks.length ? table(sheet, context) : empty(t('entry.empty'), t('entry.empty-why')));
  box('main').setAttribute('aria-busy', 'false');
  drawSend();
  if (focus) box('sheet').querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
}

/** Another month or unit is a step of history; drafts of this one stay. */
function go(change) {
  Object.assign(wanted, change);
  context = null;
  history.pushState(null, '', `?${new URLSearchParams(Object.entries(wanted).filter(([, value]) => value))}`);
  return read();
}

/** Every draft with what it would be sent as. */
function filled() {
  return sheet.tracks.flatMap((track) => [
    ...track.rows.flatMap((row) => cellsOf(row, context).map((cell) => {
      const draft = readyRow(row, cell, context);
      const subject = row.type === 'percent' ? { track: row.subject, percent: draft?.value } : { indicator: row.subject, value: draft?.value };
      return draft && { key: keyOf(row, cell), type: row.type, ready: draft.ready, body: async () => ({ ...subject, asOf, township: cell.township ?? null, note: draft.note, attachments: await sendAll(keyOf(row, cell)) }) };
    })),
    ...track.items.map((item) => {
      const draft = context.drafts.get(itemKey(item));
      return draft?.done && { key: itemKey(item), type: 'checklist', ready: true, body: async () => ({
        item: item.code, done: draft.done === 'yes', asOf, attachments: await sendAll(itemKey(item)), note: draft.note?.trim() || null }) };
    })]).filter(Boolean);
}

/** Hashes of the pictures that go with a draft, once they have arrived. */
const sendAll = (key) => Promise.all((context.files[key] ?? []).map(sendAttachment));

function drawSend() {
  const all = filled();
  const open = all.filter((one) => !one.ready).length;
  const text = all.length ? [t('entry.filled', { count: all.length }), open > 0 && t('entry.open', { count: open }), t('entry.kept')].filter(Boolean).join(' · ') : said || t('entry.none-filled');
  put(box('send'), sheet.writable && el('div', null, el('span', null, text),
    el('button', { class: 'button primary', type: 'button', disabled: sending || !all.length || open > 0, title: 'Ctrl + Enter', on: { click: send } }, t('entry.send', { count: all.length }))));
}

/** One after the other; what is refused stays with its reason, what was taken is gone from the drafts. */
async function send() {
  const all = filled();
  if (sending || !all.length || all.some((one) => !one.ready)) return;
  sending = true;
  said = '';
  drawSend();
  let taken = 0;
  for (const { key, type, body } of all) {
    try {
      await sendReport(context.drafts, key, type, await body());
      context.drafts.drop(key);
      delete context.faults[key];
      delete context.files[key];
      taken += 1;
    } catch (problem) {
      context.faults[key] = problem.status ? problem.faults[0]?.detail ?? problem.message : t('state.offline');
      if (!problem.status) break;
    }
  }
  sending = false;
  said = t('entry.sent', { count: taken });
  await read();
  box('sheet').querySelector('[aria-invalid="true"]')?.focus();
}
