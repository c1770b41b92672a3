/** The milestones: when, what percent, how it stands; what each asks can be unfolded. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, percent } from '/shared/format.js';
import { lightSign } from '/shared/light.js';

const SIGN = { late: 'late', pending: 'pend', grace: 'warn', met: 'done', lateDone: 'done' };
/** What no quota can judge does not hide what the rest says. */
const WORST = ['late', 'pending', 'grace', 'upcoming', 'lateDone', 'met', 'open'];

export function gates(p) {
  const all = p.tracks.flatMap((track) => track.gates.map((gate) => ({ ...gate, main: track.code === p.track, track: p.tracks.length > 1 ? track.name : null })));
  const dues = [...new Set(all.map((gate) => gate.due))].sort();
  const said = all.filter((gate) => gate.text);
  return el('section', { 'aria-label': t('gate.label') },
    el('ol', { class: 'public-gates' }, dues.map((due) => cell(due, all.filter((gate) => gate.due === due)))),
    said.length > 0 && el('details', null, el('summary', null, t('public.gate-texts')),
      el('ul', { class: 'public-texts' }, said.map((gate) => el('li', null, el('b', null, day(gate.due), gate.track && ` ${gate.track}`), ` ${gate.text}`)))));
}

function cell(due, gates) {
  const status = WORST.find((s) => gates.some((gate) => gate.status === s)) ?? 'none';
  const main = gates.find((gate) => gate.main) ?? gates[0];
  const known = main.percent !== undefined && main.percent !== null;
  return el('li', { data: { status } },
    el('b', null, SIGN[status] && lightSign(SIGN[status], 17, true), day(due)),
    el('span', null, known ? percent(main.percent) : t(status === 'none' ? 'gate.none' : main.text ? 'public.gate-text' : 'public.gate-items')),
    status !== 'none' && el('span', { class: 'muted' }, t(`gate.${status}`)));
}
