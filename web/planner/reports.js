/** Reports with their photos, reviews and what became of them. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, length, number, percent, quantity, shortMoment } from '/shared/format.js';
import { rangeText } from '/shared/measure.js';
import { openPhotos, photoUrl } from '/shared/lightbox.js';
import { metres, photosOf } from './evidence.js';
import { state } from './state.js';
import { chooseFootprint, highlight } from './choose.js';
import { reportsOf } from './known-reports.js';
import { planProject } from './lookup.js';

/** `inFootprint` leaves the footprint's name out and lets a click show the range. */
export function reportList(reports, inFootprint = false) {
  return el('ol', { class: 'reports' }, reports.map((report) => item(report, inFootprint)));
}

const MORE = 30;

/** The newest of a query with the way to more of them; {reports, total} as first read, null where that failed. */
export function recentReports(first, query) {
  if (!first?.reports?.length) return null;
  const list = el('div', null, reportList(first.reports));
  const said = el('span', null, t('report.of', { shown: first.reports.length, total: first.total }));
  const more = el('button', { class: 'text-button', type: 'button', hidden: first.reports.length >= first.total }, t('report.more'));
  let shown = first.reports.length;
  more.addEventListener('click', async () => {
    more.disabled = true;
    const { reports, total } = await reportsOf(query, shown + MORE).catch(() => ({ reports: null }));
    more.disabled = false;
    if (!reports) return;
    more.hidden = reports.length >= total || reports.length <= shown;
    shown = reports.length;
    put(list, reportList(reports));
    put(said, t('report.of', { shown, total }));
  });
  return el('section', null, el('h3', null, t('project.reports'), said), list, more);
}

function item(report, inFootprint) {
  const zone = state.me.zone;
  return el('li', { class: 'report', data: { state: report.state } },
    el('h4', null, title(report, inFootprint), el('span', { class: `badge r-${report.state}` }, t(`report.${report.state}`))),
    el('p', null, what(report, inFootprint)),
    el('p', { class: 'muted' }, t(report.type === 'completion' ? 'report.by' : 'report.by-as-of', { name: report.author?.name ?? t('value.unknown'), observed: report.type === 'completion' ? observed(report, zone) : day((report.asOf ?? report.observedAt).slice(0, 10)), received: shortMoment(report.receivedAt, zone) }),
      report.method && ` · ${t(`method.${report.method}`)}`, report.accuracyM ? ` · ±${number(report.accuracyM, 0)} m` : ''),
    report.note && el('p', { class: 'second' }, report.note),
    photos(report, zone),
    report.missingPhotos > 0 && el('p', { class: 'note' }, t('report.photos-missing', { count: report.missingPhotos })),
    report.conflict && el('p', { class: 'note' }, report.conflict.reason),
    (report.reviews ?? []).map((review) => el('p', { class: 'review' }, t(`verdict.${review.verdict}`, { name: review.reviewer.name, time: shortMoment(review.reviewedAt, zone) }),
      review.reason && el('span', null, review.reason))));
}

function title(report, inFootprint) {
  const name = report.footprint && !inFootprint ? report.footprint.name : report.item?.text ?? t(`report.${report.type}`);
  if (!report.footprint) return el('span', null, name);
  const show = () => {
    chooseFootprint(report.footprint.code, report.project);
    if (report.kind === 'undone' && report.range) highlight({ [report.footprint.code]: [metres(report)] });
  };
  return inFootprint ? el('span', null, report.range ? rangeText(...metres(report)) : t(`report.${report.type}`))
    : el('button', { class: 'row-button', type: 'button', on: { click: show } }, name);
}

/** What the report says, in one line. */
function what(report, inFootprint) {
  const parts = [];
  if (report.kind === 'undone') parts.push(t('report.undone'));
  if (report.step) parts.push(report.step);
  if (report.range && !inFootprint) parts.push(rangeText(...metres(report)));
  if (report.range) parts.push(length(metres(report)[1] - metres(report)[0]));
  if (report.newM !== undefined && report.newM !== null) parts.push(t('report.new', { length: length(report.newM) }));
  if (report.overlapM) parts.push(t('report.overlap', { length: length(report.overlapM) }));
  if (report.components?.length) parts.push(report.components.join('、'));
  if (report.quantity !== undefined && report.quantity !== null) parts.push(quantity(report.quantity, report.unit));
  if (report.value !== undefined && report.value !== null) parts.push(`${indicatorName(report)} ${quantity(report.value, report.unit)}`);
  if (report.percent !== undefined && report.percent !== null) parts.push(`${t('basis.declared')} ${percent(report.percent)}`);
  if (report.townships?.length) parts.push(report.townships.map((x) => x.name).join('、'));
  return parts.join(' · ');
}

function indicatorName(report) {
  return planProject(report.project)?.tracks.flatMap((track) => track.indicators).find((i) => i.code === report.indicator)?.name ?? '';
}

const observed = (report, zone) => (/T/.test(report.observedAt ?? '') ? shortMoment(report.observedAt, zone) : report.observedAt ? day(report.observedAt) : t('value.unknown'));

function photos(report, zone) {
  const arrived = photosOf(report);
  if (!arrived.length) return null;
  const name = report.footprint?.name ?? t(`report.${report.type}`);
  return el('ul', { class: 'photos' }, arrived.map((photo, i) => el('li', null,
    el('button', { type: 'button', 'aria-label': t('photo.open', { n: i + 1, name }), on: { click: () => openPhotos(arrived, i, name, zone) } },
      el('img', { src: photoUrl(photo.sha256, true), alt: '', loading: 'lazy', width: 96, height: 72 })))));
}
