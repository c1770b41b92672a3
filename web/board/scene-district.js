/** The whole district: the map by township, and how many of the projects stand where. */
import { el, svg } from '/shared/dom.js';
import { lightSign, lightSwatch, lightWord, LIGHTS } from '/shared/light.js';
import { t } from '/shared/i18n.js';
import { districtMap } from './district-map.js';
import { isPortrait } from './shape.js';

const GOOD = ['ok', 'done'];
const SAID_AT_MOST = 4;

export function drawDistrict({ facts, base }) {
  const tall = isPortrait();
  const lights = Object.fromEntries(facts.townships.map((town) => [town.code, town.light]));
  const size = tall ? { width: 968, height: 1010 } : { width: 1000, height: 872 };
  const map = svg('svg', { class: 'map', viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': t('board.map') },
    districtMap({ base, lights,
      frame: tall ? { x: 10, y: 10, width: 560, height: 990 } : { x: 6, y: 10, width: 560, height: 852 },
      inset: tall ? { x: 590, y: 66, width: 372, height: 350 } : { x: 590, y: 60, width: 384, height: 340 } }));
  return el('div', { class: 'district' },
    el('div', { class: 'map-side' }, map, legend(facts)),
    el('div', { class: 'sum-side' }, el('p', { class: 'say' }, saying(facts)), el('div', { class: 'sum' }, rows(facts))));
}

function saying(facts) {
  const onPlan = facts.projects.filter((p) => GOOD.includes(p.light)).length;
  const count = facts.projects.length;
  return [t('board.say.on-plan', { count, onPlan }), el('br'), t(onPlan === count ? 'board.say.all' : 'board.say.rest', { rest: count - onPlan })];
}

function rows(facts) {
  return ['done', 'ok', 'pend', 'warn', 'lag', 'late', 'stale', 'open'].filter((code) => facts.counts[code]).map((code) => {
    const these = facts.projects.filter((p) => p.light === code);
    return el('div', { class: `sum-row l-${code}` },
      lightSign(code, 44, true), el('b', { class: 'word' }, lightWord(code)),
      el('span', { class: 'who' }, these.length <= SAID_AT_MOST && these.map((p) => [el('span', null, p.shortName), '　'])),
      el('b', { class: 'n' }, facts.counts[code], el('small', null, t('board.items'))));
  });
}

function legend(facts) {
  const counts = {};
  facts.townships.forEach(({ light }) => { counts[light] = (counts[light] ?? 0) + 1; });
  const order = [...LIGHTS].reverse().sort((a, b) => (a === 'done' ? -1 : 0) - (b === 'done' ? -1 : 0));
  return el('div', { class: 'map-legend' },
    el('p', null, t('board.legend', { count: facts.townships.length })),
    el('div', { class: 'map-legend-grid' }, order.filter((code) => counts[code]).map((code) =>
      el('div', null, lightSwatch(code), lightSign(code, 24, true), el('span', null, lightWord(code)), el('b', null, counts[code])))));
}
