/** What accepting would change, asked ahead for the first reports of the queue, so that those which turn a light come first. */
import { getJson, newId } from '/shared/api.js';

const AHEAD = 40;
const ROUND = 3;
const TRIES = 5;
const BUSY = [429, 503];

/** The server tries one review of an account at a time; so does the page. */
let last = Promise.resolve();

/** The effect of accepting at the level that is due; null where it cannot be told or is not allowed. */
export function readEffect(report, verdict = 'accept') {
  last = last.then(() => ask(report, verdict, TRIES));
  return last;
}

async function ask(report, verdict, tries) {
  try {
    return await getJson(`/api/reviews/${newId()}/effect`, { report: report.id, level: report.level ?? 1, verdict });
  } catch (problem) {
    if (tries <= 1 || !BUSY.includes(problem.status)) return null;
    await new Promise((resume) => { setTimeout(resume, (problem.retryAfter || 2) * 1000); });
    return ask(report, verdict, tries - 1);
  }
}

/** Fills `effect` of the entries; `tell` is called once at the end of each round. stillWanted(entry): of one, or without it of them all. */
export async function readEffects(entries, tell, stillWanted) {
  const waiting = entries.filter(({ report }) => report.mayReview && !report.whyNot).slice(0, AHEAD);
  while (waiting.length && stillWanted()) {
    for (const entry of waiting.splice(0, ROUND)) if (stillWanted(entry)) entry.effect = await readEffect(entry.report);
    if (stillWanted()) tell();
  }
}
