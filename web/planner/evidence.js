/** Photos out of reports, each with what its report says and who decided on it. */
import { t } from '/shared/i18n.js';
import { shortMoment } from '/shared/format.js';
import { linesOf, nearest, rangeText, stationText } from '/shared/measure.js';
import { metres, stateOf } from '/shared/marks.js';
import { state } from './state.js';

export { metres, stateOf };

/** Of one report: those that have arrived, each with `said` for the lightbox. */
export function photosOf(report) {
  const said = [claim(report), t('photo.by', { name: report.author?.name ?? t('value.unknown') }), decided(report)].filter(Boolean);
  return (report.photos ?? []).filter((photo) => photo.arrived !== false).map((photo) => ({ ...photo, said }));
}

/** Of all reports, along the line where there is one, else newest first: [{photo, report, standing, place}]. */
export function evidence(reports, geometry) {
  const lines = linesOf(geometry);
  const shots = reports.flatMap((report) => photosOf(report).map((photo) => {
    const m = lines.length && photo.lon != null ? nearest(lines, photo.lon, photo.lat).m : null;
    return { photo, report, standing: stateOf(report), m, place: m === null ? (report.components ?? []).join('、') : stationText(m) };
  }));
  return lines.length ? shots.sort((a, b) => (a.m ?? Infinity) - (b.m ?? Infinity)) : shots;
}

function claim(report) {
  if (!report.range) return report.components?.length ? report.components.join('、') : null;
  return `${report.kind === 'undone' ? `${t('report.undone')} ` : ''}${report.step ? `${report.step} ` : ''}${rangeText(...metres(report))}`;
}

/** The last word on a report, with its reason; else that it waits. */
function decided(report) {
  const last = report.reviews?.at(-1);
  if (!last) return t(`report.${report.state}`);
  return t(`verdict.${last.verdict}`, { name: last.reviewer.name, time: shortMoment(last.reviewedAt, state.me.zone) }) + (last.reason ? ` · ${last.reason}` : '');
}
