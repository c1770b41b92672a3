/** One project as everybody may see it: figure, gates, townships, works, photos. */
import { el } from '/shared/dom.js';
import { language, t } from '/shared/i18n.js';
import { light } from '/shared/light.js';
import { figure, indicators } from './figure.js';
import { gates } from './gates.js';
import { townships } from './townships.js';
import { works } from './works.js';
import { photos } from './photos.js';

export function project(p, facts) {
  return [
    el('p', { class: 'public-back' }, el('a', { href: '/p/' }, t('public.all'))),
    el('h1', { class: 'song' }, el('span', { class: 'number' }, String(p.number)), ' ', p.name),
    el('p', { class: 'public-light' }, light(p.light, 20), el('span', null, t(`life.${p.lifecycle}`), p.late && ` · ${t('gate.lateDone')}`)),
    p.reason && el('p', { class: 'public-why' }, p.reason[language()] ?? p.reason.zh),
    figure(p), gates(p), townships(p, facts), works(p, facts), indicators(p),
    photos(p), about(p)];
}

function about(p) {
  return el('section', { class: 'public-about' }, el('h2', null, t('public.about')), el('p', null, p.scope),
    el('p', { class: 'muted' }, `${t(`filter.${p.tier}`)} · ${p.units.join(t('public.and'))}`));
}
