/** Everything about one report: itself, its footprint, the lines around, the other side of a conflict. */
import { getJson } from '/shared/api.js';

/** `effect` is what was read ahead, or null: it takes longest, so it is asked for afterwards. */
export async function readCase(entry, signal) {
  const report = await getJson(`/api/reports/${entry.report.id}`, {}, signal);
  const [feature, others] = await Promise.all([
    report.footprint ? getJson(`/api/footprints/${encodeURIComponent(report.footprint.code)}`, {}, signal).catch(passAbort) : null,
    Promise.all([...(report.conflict?.with ?? []), ...(report.alongside ?? [])].map((id) => getJson(`/api/reports/${id}`, {}, signal).catch(passAbort))),
  ]);
  const around = feature ? await readAround(report, feature, signal) : [];
  const old = feature ? await readOld(report, feature, signal) : null;
  return { report, feature, old, effect: entry.effect, others: others.filter(Boolean), around };
}

/** The line as it lay when the report was made, where that is what is in conflict; else null. */
async function readOld(report, feature, signal) {
  const moved = ['moved', 'ambiguous', 'retired'].includes(report.conflict?.reason);
  if (!moved || feature.properties.version === report.footprint.version) return null;
  return getJson(`/api/footprints/${encodeURIComponent(report.footprint.code)}`, { version: report.footprint.version }, signal).catch(passAbort);
}

/** The other footprints of the indicator near by; the map is poorer without them, not broken. */
async function readAround(report, feature, signal) {
  try {
    const answer = await getJson('/api/footprints', { indicator: report.indicator, bbox: boxAround(feature.geometry) }, signal);
    return answer.features.filter((other) => other.id !== feature.id);
  } catch (problem) {
    return passAbort(problem) ?? [];
  }
}

/** west,south,east,north in degrees, a kilometre wider than the footprint. */
function boxAround(geometry) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const widen = (nest) => {
    if (typeof nest[0] !== 'number') return nest.forEach(widen);
    box[0] = Math.min(box[0], nest[0]);
    box[1] = Math.min(box[1], nest[1]);
    box[2] = Math.max(box[2], nest[0]);
    box[3] = Math.max(box[3], nest[1]);
    return undefined;
  };
  widen(geometry.coordinates);
  return [box[0] - 0.01, box[1] - 0.01, box[2] + 0.01, box[3] + 0.01].map((d) => d.toFixed(5)).join(',');
}

function passAbort(problem) {
  if (problem.name === 'AbortError') throw problem;
  return null;
}
