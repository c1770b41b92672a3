/** Sends a verdict exactly once, however often a key is pressed or the network fails. */
import { newId, putJson } from '/shared/api.js';
import { t } from '/shared/i18n.js';
import { count } from './tally.js';

/** One id for each distinct decision until the server has it: a retry repeats, it never doubles. */
const ids = new Map();

export async function decide(report, verdict, reason, level = report.level ?? 1) {
  const body = { report: report.id, level, verdict, ...(reason ? { reason } : {}) };
  const key = JSON.stringify(body);
  if (!ids.has(key)) ids.set(key, newId());
  const answer = await putJson(`/api/reviews/${ids.get(key)}`, body);
  ids.delete(key);
  count(verdict);
  return answer.report;
}

/** Takes the verdict just given back by a revoke of its own; returns the report as it stands then. */
export async function undo(report, verdict) {
  const before = await decide(report, 'revoke', t(`review.undo-${verdict}`));
  count(verdict, -1);
  return before;
}
