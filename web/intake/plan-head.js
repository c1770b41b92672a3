/** What the notice says of itself, and the questions that are of no project. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { COLUMNS } from './plan-columns.js';
import { fields, table } from './plan-rows.js';
import { questions } from './plan-questions.js';

export function headView(draft, acts) {
  const plan = draft.sheets.plan[0] ?? (draft.sheets.plan[0] = {});
  return [el('h2', { tabindex: -1 }, t('plan-in.head')), questions(draft, 0, acts),
    el('section', null, el('h3', null, t('plan-in.of-the-plan')), fields(plan, COLUMNS.plan, acts.changed)),
    el('section', null, el('h3', null, t('plan-in.units')), el('p', { class: 'muted' }, t('plan-in.units-how')),
      table(draft.sheets.units, [{ field: 'code', fixed: true }, { field: 'name', fixed: true }, { field: 'aliases', fixed: true }], acts.changed))];
}
