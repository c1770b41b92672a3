/** The strip above the map when a project is chosen: each gate, what it asks, how it stands. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, quantity } from '/shared/format.js';
import { lightSign } from '/shared/light.js';
import { state, watch } from './state.js';
import { progressProject } from './lookup.js';
import { asks } from './panel-parts.js';

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
  const worst = ['late', 'pending', 'grace', 'upcoming', 'lateDone', 'met', 'open'].find((s) => gates.some((g) => g.status === s)) ?? 'none';
  const asked = gates.flatMap((g) => g.requirements ?? []).filter((r) => r.gating).sort((a, b) => a.met - b.met);
  const texts = [...new Set(asked.map(asks))];
  const verifyBy = worst === 'pending' && gates.map((g) => g.verifyBy).filter(Boolean).sort()[0];
  return el('li', { data: { status: worst } },
    SIGN[worst] ? lightSign(SIGN[worst], 18, true) : el('i', { class: 'diamond', 'aria-hidden': 'true' }),
    el('h3', null, day(due), el('span', { class: `status s-${worst}` }, t(`gate.${worst}`))),
    el('p', { title: texts.join('；') }, texts.length ? texts.slice(0, SHOWN).join('；') : t('gate.none')),
    el('p', { class: 'muted' }, verifyBy ? t('gate.verify-by', { day: day(verifyBy) }) : figures(asked[0]) ?? then(worst, asked[0]) ?? more(texts)));
}

function figures(r) {
  if (!r || r.met || r.verified === undefined || r.verified === null) return null;
  return t('gate.figures', { reported: quantity(r.reported, r.unit), verified: quantity(r.verified, r.unit) });
}

/** What was verified of the reports in time for a gate that was met, not what is today. */
function then(status, r) {
  if (status !== 'met' || !r || r.type === 'item' || r.verifiedInTime === undefined || r.verifiedInTime === null) return null;
  return t('gate.then', { verified: quantity(r.verifiedInTime, r.unit) });
}

const more = (texts) => (texts.length > SHOWN ? t('gate.more', { count: texts.length - SHOWN }) : '');
