/** A mark that is not finished survives a killed browser: it is kept a moment after every change and offered at the next start. */
import { readValue, remove, writeValue } from './db.js';
import { state } from './state.js';

let timer = null;

export function keepDraft(claim) {
  clearTimeout(timer);
  if (!claim || !begun(claim)) return;
  timer = setTimeout(() => writeValue('draft', draftOf(claim)).catch(() => {}), 400);
}

const begun = ({ a, walk, fixes, done, notNeeded, quantity, pics }) => a || walk || fixes?.length || done.length || notNeeded.length || quantity || pics.length;

function draftOf(claim) {
  const { way, step, a, b, walk, fixes, done, notNeeded, quantity, ring, pics, kept, note, replaces, supersedes, typed } = claim;
  return { account: state.device.account.username, code: claim.work.code, at: Date.now(), claim: { way, step, a, b, walk, fixes, done, notNeeded, quantity, ring, pics, kept, note, replaces, supersedes, typed } };
}

export function forgetDraft() {
  clearTimeout(timer);
  remove('values', 'draft').catch(() => {});
}

/** The draft of this account whose work is on the phone, or null. */
export async function findDraft() {
  const draft = await readValue('draft');
  const work = draft && draft.account === state.device?.account.username && state.works.find((w) => w.code === draft.code);
  return work ? { ...draft, work } : null;
}
