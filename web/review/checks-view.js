/** The system's checks: a tick, a warning or a cross, the finding, the limit. */
import { el, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { checksOf } from './checks.js';

const SIGNS = { true: ['pass', 'M4.500 12.500l5 5L19.500 7'], null: ['look', 'M12 3 22 20.500H2ZM12 9.500v5M12 17.600v0'], false: ['fail', 'M6 6l12 12M18 6 6 18'] };

/** `open(id)` shows another report. */
export function checkList({ report, feature }, open) {
  const checks = checksOf(report, feature);
  const passed = checks.filter((check) => check.ok === true).length;
  return el('section', { class: 'sec' },
    el('h3', null, t('review.checks'), el('span', null, t('review.checks-sum', { passed, look: checks.length - passed }))),
    el('ul', { class: 'checks' }, checks.map((check) => item(check, open))));
}

function item({ ok, key, args, limit, report }, open) {
  const [name, path] = SIGNS[String(ok)];
  const sign = svg('svg', {
    width: 16, height: 16, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 2.4,
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', role: 'img', 'aria-label': t(`review.check-${name}`),
  }, svg('path', { d: path }));
  return el('li', { data: { check: key } }, el('span', { class: `check-${name}` }, sign),
    el('span', null, t(`review.check.${key}`, args)),
    report
      ? el('button', { class: 'text-button', type: 'button', 'aria-label': t('review.check-open'), on: { click: () => open(report) } }, t('review.conflict-open'))
      : el('span', null, limit?.key ? t(`review.${limit.key}`, limit.args) : limit ?? ''));
}
