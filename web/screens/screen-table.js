/** The screens as a table; one that was switched off stays, last and grey. */
import { el } from '/shared/dom.js';
import { moment } from '/shared/format.js';
import { t } from '/shared/i18n.js';
import { empty } from '/shared/state.js';
import { sceneText } from '/screens/scene-text.js';

export function screenTable(screens, { zone, names, edit, revoke, pair }) {
  if (!screens.length) return empty(t('screens.none'), t('screens.none-why'), { text: t('screens.pair'), click: pair });
  return el('table', { class: 'table screens' },
    el('thead', null, el('tr', null, ['name', 'state', 'showing', 'figures', 'actions'].map((column) => el('th', { scope: 'col' }, t(`screens.${column}`))))),
    el('tbody', null, screens.map((screen) => row(screen, { zone, names, edit, revoke }))));
}

function row(screen, { zone, names, edit, revoke }) {
  return el('tr', { class: screen.revokedAt ? 'off' : null },
    el('th', { scope: 'row' }, screen.name, el('small', null, screen.place)),
    el('td', null, state(screen, zone)),
    el('td', null, screen.showing ? sceneText(read(screen.showing), names) : t('value.unknown'), el('small', null, t('screens.scenes', { count: screen.playlist.length })),
      screen.fault && el('small', { class: 'bad' }, t('screens.fault', { at: moment(screen.faultAt, zone), what: screen.fault }))),
    el('td', null, t(screen.live ? 'screens.live' : 'screens.approved'), screen.snapshot && el('small', null, screen.snapshot)),
    el('td', { class: 'actions' }, !screen.revokedAt && [
      el('button', { class: 'text-button', type: 'button', on: { click: () => edit(screen) } }, t('screens.edit')),
      el('button', { class: 'text-button', type: 'button', on: { click: () => revoke(screen) } }, t('screens.revoke'))]));
}

function state(screen, zone) {
  if (screen.revokedAt) return [t('screens.off'), el('small', null, moment(screen.revokedAt, zone))];
  if (!screen.seenAt) return t('screens.never');
  return [el('b', { class: screen.alive ? 'alive' : 'silent' }, t(screen.alive ? 'screens.alive' : 'screens.silent')), el('small', null, t('screens.seen', { at: moment(screen.seenAt, zone) }))];
}

/** 'project 18' as the screen tells it. */
function read(text) {
  const [kind, which] = text.split(' ');
  return { kind, project: kind === 'project' && which ? Number(which) : undefined, township: kind === 'township' ? which : undefined };
}
