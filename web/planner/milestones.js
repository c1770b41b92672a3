/** The strip above the map when a project is chosen: each gate, what it asks, how it stands. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, quantity } from '/shared/format.js';
import { lightSign } from '/shared/light.js';
import { state, watch } from './state.js';
import { progressProject } from './lookup.js';

const SIGN = { late: 'late', pending: 'pend', grace: 'warn', met: 'done', lateDone: 'done' };
const SHOWN = 3;

export function startMilestones(box) {
  watch(['project', 'progress'], () => {
    const project = progressProject(state.project);
    box.hidden = !project;
    if (!project) return put(box);
    const dues = [...new Set(project.tracks.flatMap((track) => (track.gates ?? []).map((gate) => gate.due)))].sort();
    return put(box, el('ol', { class: 'gates', 'aria-label': t('gate.label') }, dues.map((due) => gate(due, project))));
  });
}

function gate(due, project) {
  const gates = project.tracks.flatMap((track) => (track.gates ?? []).filter((g) => g.due === due));
  const worst = ['late', 'pending', 'grace', 'upcoming', 'lateDone', 'met'].find((s) => gates.some((g) => g.status === s)) ?? 'upcoming';
  const asked = gates.flatMap((g) => g.requirements ?? []).filter((r) => r.gating);
  const shown = [...asked].sort((a, b) => a.met - b.met).slice(0, SHOWN);
  return el('li', { data: { status: worst } },
    SIGN[worst] ? lightSign(SIGN[worst], 18, true) : el('i', { class: 'diamond', 'aria-hidden': 'true' }),
    el('h3', null, day(due), el('span', { class: `status s-${worst}` }, t(`gate.${worst}`))),
    shown.map((r) => el('p', { title: r.text }, r.text, figures(r))),
    asked.length > SHOWN && el('p', { class: 'muted' }, t('gate.more', { count: asked.length - SHOWN })));
}

function figures(r) {
  if (r.verified === undefined || r.verified === null || r.met) return null;
  return el('span', { class: 'muted' }, ` ${t('gate.figures', { reported: quantity(r.reported, r.unit), verified: quantity(r.verified, r.unit) })}`);
}
