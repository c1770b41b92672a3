/** All, or some of a list: a switch and, for some, a list of ticks. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

/** options: [{value, text}]; chosen: values, or null/missing = all. `chosen()` gives the same back. */
export function scopePicker(name, title, options, chosen) {
  const all = el('input', { type: 'radio', name, value: 'all', checked: !chosen });
  const some = el('input', { type: 'radio', name, value: 'some', checked: Boolean(chosen) });
  const count = el('span', { class: 'muted' });
  const ticks = options.map(({ value, text }) => {
    const box = el('input', { type: 'checkbox', checked: chosen?.includes(value) ?? false });
    return { value, box, node: el('label', { class: 'tick' }, box, text) };
  });
  const list = options.length
    ? el('div', { class: 'ticks', role: 'group', 'aria-label': title }, ticks.map((tick) => tick.node))
    : el('p', { class: 'rule' }, t('accounts.no-options'));
  const node = el('fieldset', { class: 'scope', data: { field: name } },
    el('legend', { class: 'label' }, title),
    el('div', { class: 'scope-choice' },
      el('label', { class: 'tick' }, all, t('accounts.all')),
      el('label', { class: 'tick' }, some, t('accounts.some')), count),
    list);

  const picked = () => ticks.filter((tick) => tick.box.checked).map((tick) => tick.value);
  const show = () => {
    list.hidden = all.checked;
    put(count, some.checked ? t('accounts.chosen', { count: picked().length }) : '');
  };
  node.addEventListener('change', show);
  show();
  return { node, chosen: () => (all.checked ? null : picked()) };
}
