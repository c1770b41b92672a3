/** Days to the next milestone, and how far the projects are that it asks something of. */
import { bar } from '/shared/bar.js';
import { el } from '/shared/dom.js';
import { day, number } from '/shared/format.js';
import { lightSign } from '/shared/light.js';
import { t } from '/shared/i18n.js';

const ROWS = 8;
const DAY_MS = 86400e3;

/** Null when the last milestone lies behind. */
export function drawCountdown({ facts }) {
  const due = [...new Set(facts.projects.flatMap((p) => p.tracks.flatMap((tr) => tr.gates.map((g) => g.due))))].sort().find((d) => d >= facts.day);
  if (!due) return null;
  const days = Math.round((Date.parse(due) - Date.parse(facts.day)) / DAY_MS);
  const rows = facts.projects.flatMap((project) => asked(project, due));
  const met = rows.filter((row) => row.percent >= row.need).length;
  const open = rows.filter((row) => row.percent < row.need).sort((a, b) => (a.percent - a.need) - (b.percent - b.need)).slice(0, ROWS);
  return el('div', { class: 'countdown' },
    el('div', { class: 'days' }, el('p', null, t('board.countdown.to', { day: day(due) })), el('b', null, days), el('span', null, t('board.countdown.days')),
      el('p', { class: 'met' }, t('board.countdown.met', { met, count: rows.length }))),
    el('div', { class: 'rows' }, el('p', { class: 'lead' }, t('board.countdown.furthest')), open.map((row) =>
      el('div', { class: `row l-${row.light}` }, lightSign(row.light, 34), el('span', { class: 'name' }, row.name),
        el('span', { class: 'narrow' }, bar({ verified: row.percent, planned: row.need })),
        el('b', null, `${number(row.percent, 1)}%`), el('small', null, t('board.countdown.need', { need: number(row.need, 1) }))))));
}

/** Tracks of which the notice prints a percent for that day, whose percent is known and can be judged; each with its own light. */
function asked(project, due) {
  return project.tracks.flatMap((track) => track.gates.filter((gate) => gate.due === due && gate.percent !== undefined && track.percent?.verified !== undefined && track.light !== 'open').map((gate) => ({
    light: track.light, name: project.tracks.length > 1 ? `${project.shortName} · ${track.name}` : project.shortName,
    need: gate.percent, percent: track.percent.verified,
  })));
}
