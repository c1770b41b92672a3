/** Which scenes there are. Each is a pure drawing of the data: {facts, base, maps}. */
import { el } from '/shared/dom.js';
import { moment } from '/shared/format.js';
import { t } from '/shared/i18n.js';
import { drawCountdown } from './scene-countdown.js';
import { drawDistrict } from './scene-district.js';
import { drawLeaders } from './scene-leaders.js';
import { drawProject } from './scene-project.js';
import { drawRecent } from './scene-recent.js';
import { drawTownship } from './scene-township.js';
import { drawWall } from './scene-wall.js';

const SCENES = {
  district: drawDistrict,
  project: drawProject,
  township: drawTownship,
  leaders: drawLeaders,
  recent: drawRecent,
  countdown: drawCountdown,
  wall: drawWall,
};

/** A node; null where there is nothing to show in it; throws where the scene cannot be drawn. */
export function drawScene(scene, data) {
  const draw = SCENES[scene.kind];
  if (!draw) throw new Error(`unknown scene ${scene.kind}`);
  return data.facts ? draw(data, scene) : fallback(data);
}

/** [text, small text] of the head. */
export function titleOf(scene, { facts }) {
  if (!facts) return [t('board.name')];
  const names = { district: facts.district.name, year: facts.plan.year, count: facts.projects.length };
  const asOf = t('board.as-of', { at: asOfText(facts) });
  const own = { wall: t('board.wall.title', names), leaders: t('board.leaders.title'), recent: t('board.recent.title'), countdown: t('board.countdown.title') };
  return [own[scene.kind] ?? t('board.title', names), el('small', null, `${subtitle(scene, facts, names)} · ${asOf}`)];
}

function subtitle(scene, facts, names) {
  if (scene.kind === 'wall') return t('board.wall.how');
  if (scene.kind !== 'project') return t('board.count', names);
  const project = facts.projects.find((p) => p.number === scene.project);
  return `${t('board.nth', { number: scene.project })} · ${project.units.join('、')}`;
}

function asOfText(facts) {
  const text = moment(facts.snapshot.dataAsOf, 'Asia/Shanghai');
  const [date, time] = text.split(' ');
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${time}`;
}

/** When nothing else can be drawn: whose screen this is. Never an empty stage. */
export function fallback(data) {
  const facts = data?.facts;
  return el('div', { class: 'fallback' },
    el('h2', null, facts ? t('board.title', { district: facts.district.name, year: facts.plan.year, count: facts.projects.length }) : t('board.name')),
    el('p', null, facts ? t('board.as-of', { at: asOfText(facts) }) : t('board.nothing')));
}
