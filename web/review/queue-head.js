/** Above the queue: how many wait, in which order, which project, township and type; the re-check list. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { length } from '/shared/format.js';
import { desk } from './desk.js';

const ORDERS = ['effect', 'deadline', 'receipt'];
const TYPES = ['completion', 'quantity', 'percent', 'checklist'];

export function startQueueHead(box, queue) {
  const count = el('h1');
  const orders = ORDERS.map((name) =>
    el('button', { type: 'button', on: { click: () => queue.setOrder(name) } }, t(`review.order-${name}`)));
  const recheck = el('button', { class: 'chip', type: 'button', on: { click: () => queue.setList(queue.list === 'queue' ? 'recheck' : 'queue') } }, t('review.recheck'));
  const projects = select('project', queue, desk.plan.projects.map((p) => [p.number, `${p.number} ${p.shortName ?? p.name}`]));
  const townships = select('township', queue, desk.base.townships.features.map((f) => [f.properties.code, f.properties.name]));
  const types = select('type', queue, TYPES.map((type) => [type, t(`report.${type}`)]));
  put(box, count,
    el('div', { class: 'queue-orders' }, el('div', { class: 'segment', role: 'group', 'aria-label': t('review.order') }, orders), recheck),
    el('div', { class: 'queue-filters' }, projects, townships, types));

  function draw() {
    put(count, queue.list === 'recheck' ? t('review.recheck-count', { count: queue.total }) : t('review.count', { count: queue.total }),
      el('span', null, sum(queue)));
    orders.forEach((button, i) => button.setAttribute('aria-pressed', String(queue.order === ORDERS[i])));
    recheck.setAttribute('aria-pressed', String(queue.list === 'recheck'));
    for (const field of [projects, townships, types]) field.value = queue.filters[field.name];
  }
  return { draw };
}

function select(name, queue, options) {
  return el('select', { class: 'field compact', name, 'aria-label': t(`review.filter-${name}`), on: { change: (event) => queue.setFilter(name, event.target.value) } },
    el('option', { value: '' }, t(`review.all-${name}`)),
    options.map(([value, text]) => el('option', { value }, text)));
}

/** New metres waiting, of the reports at hand. */
function sum(queue) {
  const metres = queue.entries.reduce((all, { report }) => all + (report.kind === 'done' ? report.newM ?? 0 : 0), 0);
  return metres ? t('review.new', { length: length(metres) }) : '';
}
