/** Time against chainage of each line of a project that somebody has reported on. */
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { length } from '/shared/format.js';
import { chainageChart } from '/shared/chainage-chart.js';
import { lengthOf, subtract } from '/shared/ranges.js';
import { failed, loading } from '/shared/state.js';

const PAGE = 100;
const MOST_PAGES = 12;

export async function routes(box, answer, plan, shown, asOf) {
  put(box, loading(4));
  try {
    const { features } = await getJson('/api/footprints', { project: answer.number, asOf });
    const lines = features.map((feature) => feature.properties).filter((p) => p.kind === 'line');
    if (!lines.length) return put(box);
    const reports = await read(answer.number, shown.day);
    const told = lines.filter((p) => reports.has(p.code));
    return put(box, el('section', { class: 'curves-project' }, el('h2', null, t('chart.title'), el('small', null, t('curve.routes', { told: told.length, count: lines.length }))),
      el('div', { class: 'curves-grid routes' }, told.map((p) => route(p, answer, plan, reports.get(p.code), shown)))));
  } catch (problem) {
    return put(box, failed(problem, () => routes(box, answer, plan, shown, asOf)));
  }
}

/** By footprint, newest first, up to the shown day. */
async function read(project, last) {
  const byCode = new Map();
  let after = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await getJson('/api/completion-reports', { project, limit: PAGE, after });
    for (const report of answer.reports) {
      if (report.observedAt.slice(0, 10) > last) continue;
      byCode.set(report.footprint.code, [...(byCode.get(report.footprint.code) ?? []), report]);
    }
    after = answer.next;
    if (!after) break;
  }
  return byCode;
}

function route(p, answer, plan, reports, shown) {
  const missing = p.missing ?? subtract([[0, p.lengthM]], [...(p.reported ?? []), ...(p.verified ?? [])]);
  const dues = plan.tracks.find((track) => track.code === p.track)?.milestones.map((m) => m.due) ?? [];
  return el('article', { class: 'curve-card' },
    el('h3', null, el('a', { href: `/?project=${p.project}&footprint=${encodeURIComponent(p.code)}` }, p.name), el('small', null, t('curve.verified-of', { verified: length(lengthOf(p.verified ?? [])), all: length(p.lengthM) }))),
    chainageChart(p, answer.line?.[p.indicator], dues, missing, reports, shown));
}
