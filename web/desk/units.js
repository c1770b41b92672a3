/** Reported minus verified by lead unit, and the tracks that nobody has spoken of for long. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, number, quantity } from '/shared/format.js';
import { lightSign } from '/shared/light.js';
import { line, lines, mapUrl, nameOf, none, partOf, section } from './parts.js';

export function stale({ stale: tracks, staleDays }) {
  return section('stale', t('desk.stale'), t('desk.stale-why', { days: staleDays }), tracks.length ? lines(tracks.map((track) => line({
    key: `s${track.about.track}`, href: mapUrl(track.about), sign: lightSign(track.light, 18),
    name: nameOf(track.about), part: partOf(track.about),
    end: track.days === undefined || track.days === null ? t('desk.never') : t('desk.days-since', { days: track.days }), below: track.last ? day(track.last) : null,
  }))) : none(t('desk.no-stale')));
}

export function backlogs({ units }) {
  return section('units', t('desk.units'), t('desk.units-why'), units.length ? units.map(({ unit, items }) => el('div', { class: 'today-group' },
    el('h3', null, unit),
    lines(items.map((item) => line({
      key: `u${item.indicator ?? item.about.track}`, href: mapUrl(item.about), name: nameOf(item.about), part: item.name,
      texts: [t('desk.backlog', { reported: quantity(item.reported, item.unit, item.decimals), verified: quantity(item.verified, item.unit, item.decimals) })],
      end: item.unit === '%' ? t('desk.points', { points: number(item.waiting, item.decimals) }) : quantity(item.waiting, item.unit, item.decimals),
    }))))) : none(t('desk.no-backlog')));
}
