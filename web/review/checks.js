/**
 * What the system can say about a field report before a person looks. Pure.
 * A check is `{ok: true | false | null, key, args, limit, report}`; null asks for a look; `key` under `review.check.`;
 * `report` is the id of another one to look at.
 */
import { linesOf, nearest } from '/shared/measure.js';
import { distanceM } from './distance.js';

const ACCURACY_M = 20;
const OFF_LINE_M = 15;
const AGE_HOURS = 24;

export function checksOf(report, feature) {
  const checks = [photoCheck(report)];
  if (report.photos.length) {
    checks.push(placeCheck(report, feature), ageCheck(report), ...reuseChecks(report));
  }
  if (report.type === 'completion') checks.push(accuracyCheck(report), versionCheck(report, feature));
  checks.push(authorCheck(report));
  if (report.flags?.includes('clock')) checks.push({ ok: null, key: 'clock' });
  if (report.overlapM > 0) checks.push(overlapCheck(report));
  return checks.filter(Boolean);
}

/** Only a `done` field report needs photos to be verified. */
export function needsPhoto(report) {
  return report.type === 'completion' && report.kind === 'done';
}

function photoCheck(report) {
  const count = report.photos.length;
  if (!count) return needsPhoto(report) ? { ok: false, key: 'noPhoto' } : { ok: true, key: 'photoNotNeeded' };
  const missing = report.missingPhotos ?? 0;
  if (missing) return { ok: false, key: 'photosMissing', args: { count, missing } };
  return { ok: true, key: 'photosMatch', args: { count }, limit: 'SHA-256' };
}

/** Metres from each photo to the footprint; null where the photo carries no place. */
export function photoOffsets(report, feature) {
  return report.photos.map((photo) => {
    if (photo.lon == null || !feature?.geometry) return null;
    const lines = linesOf(feature.geometry);
    if (lines.length) return nearest(lines, photo.lon, photo.lat).offM;
    return distanceM(feature.geometry, photo.lon, photo.lat);
  });
}

function placeCheck(report, feature) {
  const offsets = photoOffsets(report, feature);
  if (report.type !== 'completion') return null;
  if (offsets.some((off) => off == null)) return { ok: null, key: 'photoNoPlace' };
  const limit = Math.max(OFF_LINE_M, ...report.photos.map((p) => 1.5 * (p.accuracyM ?? 0)));
  return {
    ok: offsets.every((off) => off <= limit) || null,
    key: 'offLine',
    args: { metres: offsets.map((off) => `${Math.round(off)} m`).join('、') },
    limit: { key: 'limitMetres', args: { metres: Math.round(limit) } },
  };
}

function accuracyCheck(report) {
  if (report.accuracyM == null) return { ok: null, key: 'noAccuracy' };
  return {
    ok: report.accuracyM <= ACCURACY_M || null,
    key: 'accuracy',
    args: { metres: Math.round(report.accuracyM) },
    limit: { key: 'limitMetres', args: { metres: ACCURACY_M } },
  };
}

function ageCheck(report) {
  const ages = report.photos
    .filter((photo) => photo.takenAt)
    .map((photo) => (Date.parse(report.observedAt) - Date.parse(photo.takenAt)) / 60000);
  if (!ages.length) return report.type === 'completion' ? { ok: null, key: 'photoNoTime' } : null;
  const oldest = Math.round(Math.max(...ages));
  const limit = { key: 'limitHours', args: { hours: AGE_HOURS } };
  const name = oldest < 0 ? 'after' : 'age';
  const minutes = Math.abs(oldest);
  const finding = minutes < 90 ? { key: `${name}Minutes`, args: { minutes } } : { key: `${name}Hours`, args: { hours: Math.round(minutes / 60) } };
  return { ok: (oldest >= 0 && oldest <= AGE_HOURS * 60) || null, ...finding, limit };
}

/** The server compares with all reports of the district, by bytes and by looks; out of scope it says no more than that. */
function reuseChecks(report) {
  if (!report.reused?.length) return [{ ok: true, key: 'notReused', limit: { key: 'reuseScope' } }];
  return report.reused.map(({ same, report: id, author }) => {
    if (!id) return { ok: null, key: 'reusedElsewhere' };
    return { ok: null, key: same ? 'reused' : 'lookalike', args: { author, id: id.slice(0, 8) }, report: id };
  });
}

function versionCheck(report, feature) {
  const current = feature?.properties?.version;
  if (!current || current === report.footprint.version) return null;
  return { ok: null, key: 'oldVersion', args: { version: report.footprint.version, current } };
}

function authorCheck(report) {
  if (report.state === 'accepted') return null;
  if (report.mayReview) return { ok: true, key: 'notAuthor' };
  return { ok: false, key: 'mayNot', args: { why: report.whyNot ?? '' } };
}

function overlapCheck(report) {
  const metres = Math.round(report.overlapM);
  return { ok: null, key: 'overlap', limit: { key: 'metres', args: { metres } } };
}
