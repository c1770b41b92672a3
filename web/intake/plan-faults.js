/** Why a file or a draft is no plan: every fault with its sheet and cell, or the row of the draft. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { SHEETS } from './plan-columns.js';

/** of: {draft, go(project)} where the faults are a draft's, so that they lead to their project. */
export function faultList(problem, of) {
  if (problem.status === undefined) console.error(problem);
  const said = problem.status ? problem.message : t('state.offline');
  return el('div', { class: 'notice bad plan-faults', role: 'alert', tabindex: -1 }, el('b', null, said),
    problem.status >= 500 && el('p', null, t('state.number', { number: problem.number })),
    el('ul', null, (problem.faults ?? []).map((fault) => el('li', null, where(fault.pointer, of), ' ', fault.detail))));
}

function where(pointer, of) {
  const cell = /^(.+)!([A-Z]*)(\d+)$/.exec(pointer);
  if (!cell) return pointer === '/' ? null : el('code', null, pointer);
  if (!of) return el('code', null, pointer);
  const row = of.draft.sheets[SHEETS[cell[1]]]?.[Number(cell[3]) - 2]; // the first below the head is row 2
  const project = projectOf(of.draft, SHEETS[cell[1]], row);
  const text = [t(`plan-in.sheet.${SHEETS[cell[1]]}`), row?.code ?? row?.due ?? ''].join(' ').trim();
  return el('button', { class: 'text-button', type: 'button', on: { click: () => of.go(project ?? 0) } }, text);
}

function projectOf({ sheets }, sheet, row) {
  if (!row) return null;
  if (sheet === 'projects') return Number(row.number);
  if (row.project) return Number(row.project);
  const track = row.track ?? sheets.indicators.find((other) => other.code === row.indicator)?.track;
  return Number(sheets.tracks.find((other) => other.code === track)?.project) || null;
}
