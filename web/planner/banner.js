/** When reading fails: the last good numbers stay, with their time, one reason, one number to quote; a map that lacks footprints says so. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { watch } from './state.js';
import { readDay } from './load.js';

export function startBanner(box) {
  watch(['failure', 'knownAt', 'unreadWorks', 'unreadTiles'], ({ failure, knownAt, unreadWorks, unreadTiles, me }) => {
    if (!failure && (unreadWorks || unreadTiles)) {
      return put(box, el('div', { class: 'banner', role: 'status' }, el('b', null, t('failure.map')), el('span', null, t('failure.map-again'))));
    }
    if (!failure) return put(box);
    const shown = knownAt ? t('failure.shows', { time: moment(knownAt, me.zone) }) : t('failure.nothing');
    const reason = failure.status === 0 ? t('failure.offline') : failure.message;
    return put(box, el('div', { class: 'banner' },
      el('b', null, shown), el('span', null, reason),
      failure.status && !failure.message.includes(failure.number) ? el('span', null, t('failure.number', { number: failure.number })) : null,
      el('button', { type: 'button', on: { click: readDay } }, t('failure.retry'))));
  });
}
