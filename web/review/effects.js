/** What accepting would change, asked ahead for the first reports of the queue, so that those which turn a light come first. */
import { getJson, newId } from '/shared/api.js';

const AHEAD = 40;
const AT_ONCE = 3;

/** The effect of accepting at the level that is due; null where it cannot be told or is not allowed. */
export async function readEffect(report, verdict = 'accept') {
  try {
    return await getJson(`/api/reviews/${newId()}/effect`, { report: report.id, level: report.level ?? 1, verdict });
  } catch {
    return null;
  }
}

/** Fills `effect` of the entries; `tell` is called once at the end of each round. */
export async function readEffects(entries, tell, stillWanted) {
  const waiting = entries.filter(({ report }) => report.mayReview && !report.whyNot).slice(0, AHEAD);
  while (waiting.length && stillWanted()) {
    await Promise.all(waiting.splice(0, AT_ONCE).map(async (entry) => { entry.effect = await readEffect(entry.report); }));
    if (stillWanted()) tell();
  }
}
