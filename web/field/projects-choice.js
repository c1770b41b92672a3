/** Which projects the packs hold: all in my scope, or those the crew chose. Kept on the phone; the sizes are asked for anew. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { change, state } from './state.js';
import { remove, writeValue } from './db.js';

let open = false;
let timer = null;

/** projects: [{number, name}] as the server offers; chosen: their numbers, null = all. told() once the fingers rest. */
export function projectsChoice(projects, chosen, told) {
  if (!projects?.length) return null;
  const says = chosen ? t('field.projects-some', { count: chosen.length, all: projects.length }) : t('field.projects-all', { count: projects.length });
  const details = el('details', { class: 'choice', open, on: { toggle: () => { open = details.open; } } },
    el('summary', null, el('b', null, t('field.projects')), says), el('p', { class: 'second' }, t('field.projects-hint')),
    el('div', { class: 'chips' }, chip('all', t('field.projects-every'), !chosen, () => choose(null, told)),
      projects.map(({ number, name }) => chip(number, `${number} ${name}`, Boolean(chosen?.includes(number)), () => choose(toggled(chosen ?? [], number), told)))));
  return details;
}

const chip = (key, text, pressed, click) => el('button', { class: 'chip', type: 'button', data: { project: key }, 'aria-pressed': String(pressed), on: { click } }, text);

const toggled = (chosen, number) => (chosen.includes(number) ? chosen.filter((n) => n !== number) : [...chosen, number].sort((a, b) => a - b));

async function choose(chosen, told) {
  const wanted = chosen?.length ? chosen : null;
  change({ packProjects: wanted });
  await (wanted ? writeValue('pack-projects', wanted) : remove('values', 'pack-projects'));
  clearTimeout(timer);
  timer = setTimeout(() => { if (state.packProjects === wanted) told(); }, 500);
}
