/** Makes reports of a mark and lays them into the outbox. Only when they are on the disk does the mark go from the screen. */
import { t } from '/shared/i18n.js';
import { change, state } from './state.js';
import { accuracyOf, claimRanges, effectOf, methodOf } from './claim.js';
import { addMark, append, undo } from './outbox.js';
import { cite } from './photo.js';
import { sendSoon } from './schedule.js';
import { forgetDraft } from './draft.js';
import { toast } from './toast.js';
import { walkMark } from './walk-record.js';

export async function submit() {
  const { claim } = state;
  const ids = [];
  try {
    for (const part of partsOf(claim)) {
      const id = crypto.randomUUID();
      await addMark(mark(id, claim, part), claim.pics);
      ids.push(id);
    }
    if (claim.way === 'walk' && claim.fixes?.length) await addMark(walkMark(claim, ids[0], state.device.account.username), []);
  } catch (fault) {
    console.warn(fault);
    return change({ claim: { ...claim, saveFault: fault.full ? 'field.full' : 'field.not-saved' } });
  }
  if (claim.supersedes) await append({ report: claim.supersedes, kind: 'superseded' });
  forgetDraft();
  change({ claim: null, chosen: null, tapped: null });
  toast(t(state.online ? 'field.saved-online' : 'field.saved'), { text: t('field.undo'), click: () => takeBack(ids) });
  return sendSoon();
}

async function takeBack(ids) {
  const done = await Promise.all(ids.map(undo));
  toast(t(done.every(Boolean) ? 'field.undone' : 'field.undo-late'));
}

/** What each report says: one per walked range, else one. */
function partsOf(claim) {
  if (claim.kind === 'line') return claimRanges(claim).map(([from, to]) => ({ range: { from, to }, step: claim.step ?? undefined }));
  if (claim.kind === 'polygon') return [{ quantity: Number(claim.quantity) }];
  return [{ components: claim.done, notNeeded: claim.notNeeded.length ? claim.notNeeded : undefined }];
}

/** The body is frozen here as text: the same bytes go out however often it is sent. */
function mark(id, claim, part) {
  const at = Date.now();
  const method = methodOf(claim);
  const accuracyM = accuracyOf(claim);
  const { code, properties } = claim.work;
  const body = {
    footprint: code, version: properties.version, kind: 'done', ...part, observedAt: new Date(at).toISOString(), deviceTime: new Date(at).toISOString(), method,
    accuracyM: accuracyM === null ? undefined : accuracyM, note: claim.note || undefined, replaces: claim.replaces ?? undefined,
    photos: [...claim.kept, ...claim.pics.map(cite)],
  };
  const newM = claim.kind === 'line' ? effectOf(claim, state.items).newM : undefined;
  return {
    id, account: state.device.account.username, at, path: `/api/completion-reports/${id}`, body: JSON.stringify(body), about: JSON.parse(JSON.stringify(body)),
    photos: [...new Set(claim.pics.map((pic) => pic.sha256))], title: properties.name, project: properties.project, newM,
  };
}
