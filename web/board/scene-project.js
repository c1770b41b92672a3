/** One project: its ground or its townships, what is verified against what is due, its milestones, a photo. */
import { el, svg } from '/shared/dom.js';
import { day, number, unit } from '/shared/format.js';
import { lightSign, lightWord } from '/shared/light.js';
import { t } from '/shared/i18n.js';
import { qrCode } from '/shared/qr-code.js';
import { districtMap } from './district-map.js';
import { amount, leading } from './figures.js';
import { geometryPoints, worksMap } from './works-map.js';
import { boxOf, worldPolygons } from '/shared/world.js';
import { isPortrait } from './shape.js';

const FAR = 0.4;
const GATE_SIGN = { met: 'done', lateDone: 'done', late: 'late', pending: 'pend', grace: 'warn' };

export function drawProject(data, { project: wanted }) {
  const project = data.facts.projects.find((p) => p.number === wanted);
  if (!project) throw new Error(`no project ${wanted}`);
  return el('div', { class: 'project' },
    el('div', { class: 'project-map' }, mapOf(project, data)),
    el('div', { class: 'project-facts' },
      el('div', { class: 'project-title' }, el('h2', null, project.shortName),
        el('span', { class: `light l-${project.light}` }, lightSign(project.light, 40, true), lightWord(project.light))),
      el('div', { class: 'figure-row' }, figure(project), code(data.codes?.find((c) => c.project === wanted))), bars(project),
      el('div', { class: 'project-low' }, gates(project), photo(project) ?? reason(project))));
}

function mapOf(project, data) {
  const size = isPortrait() ? { width: 968, height: 700 } : { width: 760, height: 888 };
  const features = data.maps[project.number]?.features ?? [];
  if (features.length && !scattered(features, data.base)) return worksMap(data.base, features, size);
  const frame = { x: 30, y: 30, width: size.width - 60, height: size.height - 60 };
  return svg('svg', { class: 'map', viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': t('board.map') },
    districtMap({ base: data.base, lights: project.townships, frame, inset: null }));
}

/** Spread over much of the district, its places would be specks: the townships say more. */
function scattered(features, base) {
  const [own, whole] = [boxOf(features.map(({ geometry }) => geometryPoints(geometry))), boxOf(base.townships.features.map(({ geometry }) => worldPolygons(geometry)))];
  return own.maxY - own.minY > (whole.maxY - whole.minY) * FAR;
}

/** Leads a citizen's phone to this project's page. */
function code(found) {
  return found && el('figure', { class: 'code' }, qrCode(found.rows, t('board.code', { address: found.address })), el('figcaption', null, t('board.scan')));
}

function figure(project) {
  const { indicator, percent } = leading(project);
  if (indicator && indicator.verified !== undefined)
    return el('p', { class: 'figure' }, el('b', null, number(indicator.verified, indicator.decimals, true)),
      el('small', null, t('board.of', { target: indicator.target === undefined ? unit(indicator.unit) : amount(indicator.target, indicator) })));
  if (percent !== null)
    return el('p', { class: 'figure' }, el('b', null, number(percent, 1)), el('small', null, t('board.percent-verified')));
  return el('p', { class: 'figure none' }, el('b', null, t('board.by-gate')));
}

function bars(project) {
  const { percent, planned, reported } = leading(project);
  const row = (name, value, kind) => value !== null && el('div', { class: 'bar-row' }, el('span', null, name),
    el('span', { class: 'trough' }, el('i', { class: kind, style: { width: `${Math.min(100, Math.max(0, value))}%` } })), el('b', null, `${number(value, 1)}%`));
  return el('div', { class: 'bars' },
    row(t('board.due'), planned, 'planned'), row(t('board.verified'), percent, 'verified'),
    reported !== null && reported - (percent ?? 0) >= 0.05 && row(t('board.reported'), reported, 'reported'));
}

function gates(project) {
  const { track } = leading(project);
  return el('div', { class: 'gates' }, track.gates.map((gate) =>
    el('div', { class: 'gate-row' }, gateSign(gate.status), el('b', null, day(gate.due)),
      el('span', null, [gate.percent !== undefined && `${number(gate.percent, 1)}%`, t(`board.gate.${gate.status}`)].filter(Boolean).join('，')))));
}

function photo(project) {
  const first = project.photos[0];
  return first && el('figure', { class: 'photo' },
    el('img', { src: `/api/published/photos/${first.id}`, alt: first.caption, on: { error: (e) => e.target.closest('figure').remove() } }),
    el('figcaption', null, `${day(first.takenOn)}　${first.caption}`));
}

function reason(project) {
  return el('div', { class: 'why' }, el('p', null, project.reason?.zh ?? ''), el('p', { class: 'care' }, project.care === 'public' ? '' : t(`board.care.${project.care}`)));
}

/** A gate ahead is a hollow diamond: no light, since nothing is judged yet. */
function gateSign(status) {
  if (GATE_SIGN[status]) return lightSign(GATE_SIGN[status], 28, true);
  return svg('svg', { class: 'sign', viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    svg('path', { d: 'M10 2 18 10 10 18 2 10Z', fill: 'none', stroke: 'var(--text-2)', 'stroke-width': 2 }));
}
