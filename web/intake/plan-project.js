/** One project of the draft: what the notice prints, what was read, what is asked; all of it can be corrected. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';
import { COLUMNS } from './plan-columns.js';
import { addButton, fields, table } from './plan-rows.js';
import { questions } from './plan-questions.js';
import { sources } from './plan-source.js';

export function projectView(draft, number, acts) {
  const { sheets } = draft;
  const project = sheets.projects.find((row) => Number(row.number) === number);
  const tracks = sheets.tracks.filter((row) => Number(row.project) === number);
  const units = sheets.responsible.filter((row) => Number(row.project) === number);
  return [el('h2', { tabindex: -1 }, el('span', { class: 'n' }, number), ' ', project?.name),
    el('p', { class: 'muted' }, t('plan-in.units'), ' ', units.map((unit) => [unit.annex1, unit.annex2].filter((name, i, all) => name && all.indexOf(name) === i).join(' / ')).join('、') || '—'),
    questions(draft, number, acts), sources(draft, number),
    project && el('section', null, el('h3', null, t('plan-in.of-the-project')), fields(project, COLUMNS.projects, acts.changed)),
    tracks.map((row) => track(draft, row, acts))];
}

function track(draft, row, acts) {
  const { sheets } = draft;
  const of = (sheet) => sheets[sheet].filter((other) => other.track === row.code);
  const gates = [...new Set(of('milestones').map((gate) => gate.due))].sort();
  const remove = (sheet) => (gone) => {
    sheets[sheet].splice(sheets[sheet].indexOf(gone), 1);
    acts.redraw();
  };
  const add = (sheet, values) => {
    sheets[sheet].push(values);
    acts.redraw();
  };
  return el('section', { class: 'plan-track' },
    el('h3', null, t('plan-in.track', { code: row.code }), ' ', row.name), fields(row, COLUMNS.tracks, acts.changed),
    el('h4', null, t('plan-in.indicators')),
    table(of('indicators'), COLUMNS.indicators, acts.changed, remove('indicators')),
    addButton('indicator', () => add('indicators', { track: row.code, code: nextIndicator(draft, row), decimals: '0', comparator: '=', kind: 'cumulative', geometry: 'none', reportedBy: 'district', sensitivity: 'internal', personal: 'false' })),
    gates.map((due) => gate(of('milestones').filter((other) => other.due === due), due)));

  function gate(rows, due) {
    const of = (kind) => rows.filter((other) => other.row === kind);
    const asked = (kind) => of(kind).length > 0 && table(of(kind), COLUMNS[kind], acts.changed, remove('milestones'));
    const values = { track: row.code, due, gating: 'true' };
    return el('section', { class: 'plan-gate' }, el('h4', null, t('plan-in.gate', { day: day(due) })),
      of('gate').map((other) => fields(other, COLUMNS.gate, acts.changed)), asked('percent'), asked('quantity'), asked('item'),
      addButton('percent', () => add('milestones', { ...values, row: 'percent' })),
      addButton('quantity', () => add('milestones', { ...values, row: 'quantity' })),
      addButton('item', () => add('milestones', { ...values, row: 'item', item: nextItem(rows, row.code, due) })));
  }
}

function nextIndicator(draft, track) {
  const prefix = `${track.code.slice(0, 2)}.`;
  const used = draft.sheets.indicators.filter((row) => row.code?.startsWith(prefix)).map((row) => Number(row.code.slice(3)) || 0);
  return `${prefix}${Math.max(0, ...used) + 1}`;
}

function nextItem(rows, track, due) {
  const prefix = `${track}@${due.slice(5, 7)}-`;
  const used = rows.filter((row) => row.item?.startsWith(prefix)).map((row) => Number(row.item.slice(prefix.length)) || 0);
  return `${prefix}${Math.max(0, ...used) + 1}`;
}
