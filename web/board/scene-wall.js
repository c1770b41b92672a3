/** All projects, one tile each. */
import { bar } from '/shared/bar.js';
import { el } from '/shared/dom.js';
import { number } from '/shared/format.js';
import { lightSign, lightWord } from '/shared/light.js';
import { t } from '/shared/i18n.js';

export function drawWall({ facts }) {
  return el('div', { class: 'wall' }, facts.projects.map(tile));
}

function tile(project) {
  const percent = project.percent?.verified;
  const known = percent !== undefined && percent !== null;
  return el('article', { class: `tile ${project.light}` },
    el('h3', null, el('i', null, project.number), el('span', null, project.shortName)),
    el('div', { class: 'tile-middle' },
      known ? el('b', null, number(percent, 1), el('small', null, '%')) : el('span', { class: 'by-gate' }, t('board.by-gate')),
      el('span', { class: `tile-light l-${project.light}` }, lightSign(project.light, 30, true), lightWord(project.light))),
    known ? bar(project.percent) : el('span', { class: 'no-bar' }));
}
