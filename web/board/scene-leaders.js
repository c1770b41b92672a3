/** Who leads what: the lead units with their projects and lights, most to do first. */
import { el } from '/shared/dom.js';
import { lightSign, rank } from '/shared/light.js';
import { t } from '/shared/i18n.js';

export function drawLeaders({ facts }) {
  const units = new Map();
  facts.projects.forEach((project) => units.set(project.units[0], [...(units.get(project.units[0]) ?? []), project]));
  const rows = [...units].map(([unit, projects]) => ({ unit, projects: projects.sort((a, b) => rank(a.light) - rank(b.light)) }));
  rows.sort((a, b) => rank(a.projects[0].light) - rank(b.projects[0].light) || b.projects.length - a.projects.length);
  return el('div', { class: 'leaders' }, rows.map(({ unit, projects }) => el('div', { class: 'leader' },
    el('b', null, unit),
    el('span', { class: 'leader-items' }, projects.map((project) =>
      el('span', { class: `leader-item l-${project.light}` }, lightSign(project.light, 30), el('span', null, project.shortName)))))));
}

export const title = () => t('board.leaders.title');
