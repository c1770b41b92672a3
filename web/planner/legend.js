/** What the fills and the lines mean, with the rule that decided them and its version. */
import { el, put, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { lightSign, lightSwatch, lightWord } from '/shared/light.js';
import { icon } from '/shared/icons.js';
import { state, watch } from './state.js';
import { townshipLight } from './lookup.js';
import { BARE_FROM } from './choropleth.js';

const ORDER = ['done', 'ok', 'warn', 'pend', 'lag', 'late', 'stale', 'open', 'none'];

export function startLegend(box, map) {
  const fold = el('button', { class: 'icon-button', type: 'button', 'aria-label': t('legend.fold'), on: { click: () => setOpen(!open()) } }, icon('down', 14));
  const body = el('div', { class: 'legend-body', id: 'legend-body' });
  const heading = el('h2');
  put(box, el('section', { class: 'legend float', 'aria-label': t('legend.label') }, el('header', null, heading, fold), body));
  const open = () => fold.getAttribute('aria-expanded') !== 'false';
  const setOpen = (on) => {
    fold.setAttribute('aria-expanded', String(on));
    body.hidden = !on;
  };
  setOpen(map.getSize().x >= 620);
  const draw = () => {
    const lines = map.getZoom() >= BARE_FROM;
    put(heading, lines ? t('legend.works') : t('legend.townships'), ' ', el('small', null, lines ? '' : t(state.project ? 'legend.of-project' : 'legend.worst')));
    put(body, !lines && el('ul', null, ORDER.filter((code) => code !== 'open' || anyOpen()).map(row)), (lines || state.tiled || state.features.length > 0) && works(), rule());
  };
  watch(['progress', 'project', 'features', 'tiled'], draw);
  map.on('zoomend', draw);
}

/** 待分解 is explained only where a township shows it. */
const anyOpen = () => state.progress?.townships.some(({ code }) => townshipLight(code) === 'open');

function row(code) {
  return el('li', null, lightSwatch(code), lightSign(code, 14, true), el('b', { class: `l-${code}` }, lightWord(code)),
    el('span', null, t(`legend.${code}`, ruleArgs())));
}

function works() {
  return el('ul', { class: 'works' }, ['verified', 'reported', 'planned', 'missing'].map((name) =>
    el('li', null, sample(name), el('span', null, t(`legend.line-${name}`)))));
}

function sample(name) {
  const line = (color, width, dash) => svg('path', { d: 'M2 8H30', stroke: `var(--${color})`, 'stroke-width': width, 'stroke-dasharray': dash ?? null });
  const shapes = {
    verified: [line('verified', 5)],
    reported: [line('verified', 5), line('reported-gap', 3.2), line('verified', 3.4, '2 2.6')],
    planned: [line('planned', 2.4)],
    missing: [line('missing-band', 11), line('missing', 2.6, '5 3')],
  };
  return svg('svg', { width: 32, height: 16, 'aria-hidden': 'true' }, shapes[name]);
}

function rule() {
  const rules = state.progress?.ruleSet;
  return rules && el('p', null, t('legend.rule', { rule: ruleName(rules) }));
}

/** 规则 default 第3版. */
export const ruleName = ({ code, name, version }) => t('rule.name', { name: name ?? code, version });

/** The numbers that the texts of the rule name: points behind, days. */
export function ruleArgs() {
  const { warnPoints, lagPoints, staleDays, graceDays, verifyDays, forecast } = state.progress?.ruleSet ?? {};
  return { warn: warnPoints, lag: lagPoints, stale: staleDays, grace: graceDays, verify: verifyDays, weeks: forecast?.weeks, steps: forecast?.minSteps };
}
