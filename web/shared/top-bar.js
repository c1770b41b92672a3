/** The 56 px bar of every signed-in page. */
import { el, put } from './dom.js';
import { getJson, signOut } from './api.js';
import { t, language, setLanguage } from './i18n.js';
import { moment, nameOf } from './format.js';
import { icon, mark } from './icons.js';
import { reviews } from './roles.js';

/**
 * Fills `header`; `page` is 'overview', 'desk', 'tasks', 'entry', 'review', 'papers', 'exports', 'intake', 'publish' or 'accounts'. Returns {setKnownAt(instant), setQueue(count)}:
 * until told otherwise it shows the server's now and asks for the length of the caller's queue itself.
 */
export function topBar(header, me, page) {
  const knownAt = el('b', null, moment(me.now, me.zone));
  const queue = el('span', { class: 'count', hidden: true });
  put(header,
    el('a', { class: 'brand', href: '/' }, mark(), el('span', null, t('app.name')),
      el('small', null, me.plan ? t('app.place', { district: me.district.name, year: me.plan.year }) : me.district.name)),
    el('nav', { 'aria-label': t('nav.label') }, links(me, page, queue)),
    el('div', { class: 'facts' },
      me.demo && el('span', { class: 'demo' }, t('app.demo')),
      el('span', { class: 'as-of' }, `${t('app.known-at')} `, knownAt),
      who(me)));
  const bar = {
    setKnownAt: (instant) => put(knownAt, moment(instant, me.zone)),
    setQueue: (count) => {
      queue.hidden = !count;
      put(queue, String(count), el('span', { class: 'aloud' }, t('nav.waiting')));
    },
  };
  if (reviews(me)) getJson('/api/reports', { state: 'queue', limit: 1 }).then((answer) => bar.setQueue(answer.total), () => {});
  return bar;
}

function links(me, page, queue) {
  const link = (name, href, ...more) =>
    el('a', { href, 'aria-current': page === name ? 'page' : null }, t(`nav.${name}`), ...more);
  const runs = ['planner', 'administrator'].includes(me.role);
  return [link('overview', '/'), link('desk', '/desk'), link('tasks', '/tasks'), ['unit', 'administrator'].includes(me.role) && link('entry', '/entry'),
    reviews(me) && link('review', '/review', queue), (runs || ['unit', 'inspector'].includes(me.role)) && link('papers', '/papers'),
    runs ? [link('intake', '/intake'), link('publish', '/publish')] : me.role !== 'crew' && link('exports', '/exports'),
    me.role === 'administrator' && link('accounts', '/accounts'),
    me.role === 'administrator' && link('screens', '/screens')];
}

function who(me) {
  const other = language() === 'zh' ? 'en' : 'zh';
  const menu = el('div', { class: 'menu', hidden: true },
    el('p', null, t(`role.${me.role}`)),
    el('button', { type: 'button', lang: other, on: { click: () => setLanguage(other) } }, other === 'en' ? 'English' : '中文'),
    el('button', { type: 'button', on: { click: signOut } }, t('nav.sign-out')));
  const button = el('button', { type: 'button', 'aria-haspopup': 'true', 'aria-expanded': 'false', 'aria-label': nameOf(me) },
    icon('person', 17), el('span', { class: 'name' }, nameOf(me)));
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  const box = el('div', { class: 'who' }, button, menu);
  button.addEventListener('click', () => show(menu.hidden));
  document.addEventListener('click', (event) => { if (!box.contains(event.target)) show(false); });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.hidden) return;
    show(false);
    button.focus();
    event.stopPropagation();
  });
  return box;
}
