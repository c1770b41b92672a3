/** The district on both days, side by side; townships that changed have a violet edge. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';
import { districtSvg } from '/shared/district-svg.js';

const SIZE = { width: 300, height: 500, label: 12 };

export function maps(base, answers, changed) {
  return el('div', { class: 'compare-maps' }, answers.map((answer) => {
    const lights = Object.fromEntries(answer.townships.map((x) => [x.code, x.light]));
    const drawing = districtSvg({ base, lights, size: SIZE });
    changed.forEach(({ code }) => drawing.querySelector(`[data-township="${code}"]`)?.classList.add('changed'));
    drawing.querySelectorAll('.town.changed').forEach((town) => town.parentNode.insertBefore(town, drawing.querySelector('.river, .rim')));
    return el('figure', null, el('figcaption', null, day(answer.asOf, { year: 'numeric', month: 'long', day: 'numeric' })),
      el('div', { role: 'img', 'aria-label': t('compare.map-aloud', { day: day(answer.asOf), count: changed.length }) }, drawing));
  }));
}
