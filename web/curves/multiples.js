/** 分乡镇小图: one small curve for each township, all on one scale, the worst first. Of all projects: how its light turned from month to month. */
import { getJson } from '/shared/api.js';
import { addDays, daysBetween } from '/shared/days.js';
import { el, svg } from '/shared/dom.js';
import { day, gap, number, percent } from '/shared/format.js';
import { t } from '/shared/i18n.js';
import { light, lightSign, rank } from '/shared/light.js';

const WIDTH = 150;
const HEIGHT = 62;
const PLOT = { left: 1, right: 149, top: 4, bottom: 58 };
const HUNDRED = 100;

/** answer: GET /api/projects/{number}; one group for each of its indicators that townships have. */
export async function townshipsOf(answer, asOf, year) {
  const { history } = await getJson(`/api/projects/${answer.number}/townships`, { asOf });
  const codes = [...new Set(answer.townships.filter((p) => p.indicator && p.light !== 'none').map((p) => p.indicator))];
  return codes.map((code) => {
    const parts = answer.townships.filter((p) => p.indicator === code && p.light !== 'none' && !p.districtWide)
      .sort((a, b) => rank(a.light) - rank(b.light) || (a.gap ?? 0) - (b.gap ?? 0) || a.township.localeCompare(b.township));
    const scale = scaleOf(year, Math.max(HUNDRED, ...parts.map((p) => p.verifiedPercent ?? 0)));
    return el('section', { class: 'multiples' }, el('h2', null, parts[0].name, el('small', null, t('multiples.why', { count: parts.length, unit: parts[0].unit ?? '' }))),
      el('ol', { class: 'multiples-grid' }, parts.map((p) => el('li', { data: { township: p.township } }, cell(p, answer.line?.[code], history[code]?.[p.township] ?? [], scale, answer.asOf)))));
  });
}

function cell(p, planned, history, scale, shown) {
  return [el('a', { class: 'multiples-name', href: `/?${new URLSearchParams({ project: p.project, township: p.township, day: shown })}` }, lightSign(p.light, 13), p.townshipName, el('b', null, p.target && p.verified === undefined ? t('list.unreported') : percent(p.verifiedPercent))),
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': t('multiples.aloud', { name: p.townshipName, verified: percent(p.verifiedPercent), gap: gap(p.gap) }) },
      frame(scale, shown), planned && svg('path', { class: 'curve-planned', d: `M${planned.map((q) => `${at(scale.x(q.day))} ${at(scale.y(q.percent))}`).join('L')}` }),
      p.target ? stairs(history, 'reported', p.target, scale, shown) : null, p.target ? stairs(history, 'verified', p.target, scale, shown) : null),
    el('small', null, p.target === undefined ? t('light.open') : t('multiples.figures', { verified: number(p.verified, 2), target: number(p.target, 2), gap: gap(p.gap) }))];
}

const at = (value) => value.toFixed(1);

function scaleOf(year, top) {
  const [first, length] = [`${year}-01-01`, daysBetween(`${year}-01-01`, `${year}-12-31`) + 1];
  return {
    x: (iso) => PLOT.left + ((PLOT.right - PLOT.left) * Math.max(0, Math.min(length, daysBetween(first, iso) + 1))) / length,
    y: (value) => PLOT.bottom - ((PLOT.bottom - PLOT.top) * value) / top, first, year,
  };
}

function frame({ x, y, year }, shown) {
  return [svg('path', { class: 'chart-grid', d: `M${PLOT.left} ${at(y(HUNDRED))}H${PLOT.right}M${PLOT.left} ${at(y(50))}H${PLOT.right}` }), svg('path', { class: 'chart-frame', d: `M${PLOT.left} ${PLOT.bottom}H${PLOT.right}` }),
    ['03-31', '06-30', '09-30'].map((end) => svg('path', { class: 'chart-frame', d: `M${at(x(`${year}-${end}`))} ${PLOT.bottom}v3` })),
    svg('path', { class: 'chart-today', d: `M${at(x(shown))} ${PLOT.top}V${PLOT.bottom}` })];
}

function stairs(history, name, target, { x, y }, shown) {
  let last = 0;
  const points = history.flatMap((p) => { const before = last; last = (HUNDRED * p[name]) / target; return [`${at(x(p.day))} ${at(y(before))}`, `${at(x(p.day))} ${at(y(last))}`]; });
  if (!points.length) return null;
  return svg('path', { class: `curve-${name}`, d: `M${points.join('L')}L${at(x(shown))} ${at(y(last))}` });
}

/** Of all projects: a row of lights for each township, one for each month's end and one for the shown day. */
export async function lightsByMonth(progress, year, asOf) {
  const ends = Array.from({ length: 12 }, (_, i) => addDays(new Date(Date.UTC(year, i + 1, 1)).toISOString().slice(0, 10), -1)).filter((end) => end < progress.asOf);
  const answers = [];
  for (const end of ends) answers.push(await getJson('/api/progress', { asOf: end }).catch((problem) => { if (problem.status === 404) return null; throw problem; }));
  const days = [...answers.filter(Boolean), progress];
  const of = (answer, code) => answer.townships.find((x) => x.code === code);
  const towns = [...progress.townships].sort((a, b) => rank(a.light) - rank(b.light) || worse(b) - worse(a) || a.code.localeCompare(b.code));
  return el('section', { class: 'multiples' }, el('h2', null, t('multiples.lights'), el('small', null, t('multiples.lights-why', { count: towns.length }))),
    el('div', { class: 'multiples-scroll' }, el('table', { class: 'multiples-table' }, el('thead', null, el('tr', null, el('th', { scope: 'col' }, t('table.township')), days.map((a, i) => el('th', { scope: 'col' }, i < days.length - 1 ? day(a.asOf, { month: 'short' }) : day(a.asOf))), el('th', { scope: 'col', class: 'start' }, t('indicator.light')))),
      el('tbody', null, towns.map((x) => el('tr', null, el('th', { scope: 'row' }, el('a', { href: `/?${new URLSearchParams({ township: x.code, ...(asOf && { day: asOf }) })}` }, x.name)),
        days.map((a) => { const then = of(a, x.code); return el('td', { title: then?.reason?.text ?? null }, then ? lightSign(then.light, 16) : t('value.unknown')); }), el('td', { class: 'start' }, light(x.light, 13))))))));
}

/** How many of its parts are red or yellow. */
const worse = ({ counts }) => ['late', 'lag', 'pend', 'warn'].reduce((sum, code) => sum + (counts?.[code] ?? 0), 0);
