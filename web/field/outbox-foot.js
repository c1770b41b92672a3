/** How much the phone holds, and the rescue file. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { unsentMarks } from './queue.js';
import { exportRescue } from './rescue.js';
import { size } from './when.js';

export function outboxFoot({ items, usage, persisted }) {
  const left = unsentMarks(items);
  const photos = left.reduce((sum, item) => sum + item.photos.length, 0);
  return el('div', { class: 'foot' },
    el('span', { class: 'second' }, t('field.holds', { size: size(usage ?? 0), reports: left.length, photos }), persisted === false && el('small', null, t('field.not-persisted'))),
    el('button', { type: 'button', id: 'rescue', disabled: !left.length, on: { click: () => exportRescue(items) } }, t('field.rescue')));
}
