/** How an earlier report is shown: its figure, its day, where it stands. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, number } from '/shared/format.js';

export function told(report, row) {
  if (!report) return el('span', { class: 'muted' }, t('entry.nothing'));
  return el('span', { class: 'told' }, el('b', null, figure(report, row)), el('small', null, day(report.asOf), ' ', state(report)));
}

export function figure(report, row) {
  if (row.kind === 'yes_no') return t(Number(report.value) ? 'entry.yes' : 'entry.no');
  return number(report.value, 2) + (row.unit === '%' ? '%' : '');
}

export const state = ({ state: code }) => el('span', { class: `told-${code}` }, t(`report.${code}`));
