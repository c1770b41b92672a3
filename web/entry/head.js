/** Which month, which unit, as of which day. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';

export function head(sheet, asOf, go, setAsOf) {
  const month = select('month', sheet.month, sheet.months.toReversed().map((value) => [value, day(`${value}-01`, { year: 'numeric', month: 'long' })]), (value) => go({ month: value }));
  const unit = sheet.units.length > 1 && sheet.unit && select('unit', sheet.unit, sheet.units.map(({ code, name }) => [code, name]), (value) => go({ unit: value }));
  const date = el('input', { class: 'field', type: 'date', id: 'as-of', min: sheet.from, max: sheet.asOf, value: asOf, disabled: !sheet.writable });
  date.addEventListener('change', () => { if (date.reportValidity() && date.value) setAsOf(date.value); });
  return [
    el('div', { class: 'entry-title' }, el('h1', null, t('entry.title')), el('p', { class: 'muted' }, t(sheet.writable ? 'entry.why' : 'entry.read-only'))),
    el('div', { class: 'entry-choices' }, unit, month, el('div', null, el('label', { class: 'label', for: 'as-of' }, t('entry.as-of')), date))];
}

function select(id, chosen, options, go) {
  const node = el('select', { class: 'field', id }, options.map(([value, text]) => el('option', { value }, text)));
  node.value = chosen;
  node.addEventListener('change', () => go(node.value));
  return el('div', null, el('label', { class: 'label', for: id }, t(`entry.${id}`)), node);
}
