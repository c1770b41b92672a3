/** A list to choose several from, folded away; nothing chosen means all. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

/** options: [[value, text], …]. Returns {node, chosen()}. */
export function picker(name, title, options) {
  const fields = options.map(([value, text]) => [el('input', { type: 'checkbox', value }), text]);
  const summary = el('b', null);
  const clear = el('button', { class: 'text-button', type: 'button', on: { click: () => {
    fields.forEach(([field]) => { field.checked = false; });
    draw();
  } } }, t('exports.all-again'));
  const node = el('details', { class: 'export-pick', id: `export-${name}`, on: { change: draw } },
    el('summary', null, el('span', { class: 'label' }, title), summary),
    el('div', { role: 'group', 'aria-label': title },
      options.length ? fields.map(([field, text]) => el('label', null, field, ` ${text}`)) : el('p', { class: 'muted' }, t('exports.none-in-scope')), clear));
  const chosen = () => fields.filter(([field]) => field.checked).map(([field]) => field.value);
  draw();
  return { node, chosen };

  function draw() {
    const now = fields.filter(([field]) => field.checked);
    clear.hidden = !now.length;
    put(summary, !now.length ? t('exports.all', { count: fields.length }) : now.length === 1 ? now[0][1] : t('exports.some', { count: now.length }));
  }
}
