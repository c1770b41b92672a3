/** One township: where it lies, its light, and what stands behind it. */
import { el, svg } from '/shared/dom.js';
import { number } from '/shared/format.js';
import { lightSign, lightWord, rank } from '/shared/light.js';
import { t } from '/shared/i18n.js';
import { districtMap } from './district-map.js';
import { amount } from './figures.js';

const AT_MOST = 7;

export function drawTownship({ facts, base }, { township: wanted }) {
  const town = facts.townships.find((x) => x.code === wanted);
  if (!town) throw new Error(`no township ${wanted}`);
  const lights = Object.fromEntries(facts.townships.map((x) => [x.code, x.light]));
  const parts = partsOf(facts, wanted).sort((a, b) => rank(a.share.light) - rank(b.share.light));
  return el('div', { class: 'project township' },
    el('div', { class: 'project-map' }, svg('svg', { class: 'map', viewBox: '0 0 760 888', role: 'img', 'aria-label': t('board.map') },
      districtMap({ base, lights, frame: { x: 30, y: 16, width: 700, height: 856 }, inset: null, chosen: wanted }))),
    el('div', { class: 'project-facts' },
      el('div', { class: 'project-title' }, el('h2', null, town.name),
        el('span', { class: `light l-${town.light}` }, lightSign(town.light, 40, true), lightWord(town.light))),
      el('p', { class: 'lead' }, t('board.township.parts', { count: parts.length })),
      el('div', { class: 'rows' }, parts.slice(0, AT_MOST).map(row)),
      parts.length > AT_MOST && el('p', { class: 'more' }, t('board.more', { count: parts.length - AT_MOST }))));
}

function partsOf(facts, code) {
  return facts.projects.flatMap((project) => project.tracks.flatMap((track) => track.indicators.flatMap((indicator) =>
    indicator.shares.filter((share) => share.township === code && !share.withheld && share.target !== undefined).map((share) => ({ project, indicator, share })))));
}

function row({ project, indicator, share }) {
  return el('div', { class: `row l-${share.light}` }, lightSign(share.light, 34), el('span', { class: 'name' }, `${project.shortName} · ${indicator.name}`),
    el('b', null, share.percent === undefined ? t('value.unknown') : `${number(share.percent, 1)}%`),
    el('small', null, share.verified === undefined ? '' : `${number(share.verified, indicator.decimals)} / ${amount(share.target, indicator)}`));
}
