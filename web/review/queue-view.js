/** The rows of the queue. A row is a button; the open one is marked, scrolled to, and read as current. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';
import { lightWord } from '/shared/light.js';
import { photoUrl } from '/shared/lightbox.js';
import { glyph } from '/shared/icons.js';
import { empty, failed, loading } from '/shared/state.js';
import { projectOf } from './desk.js';
import { flips } from './order.js';
import { acceptable, claimOf, newOf, observedText, titleOf } from './words.js';

export function drawQueue(box, queue, open) {
  if (queue.busy) return put(box, loading(8));
  if (queue.failure) return put(box, failed(queue.failure, queue.load));
  if (!queue.entries.length) return put(box, nothing(queue));
  const top = box.scrollTop;
  put(box, el('ol', null, queue.entries.map((entry) => row(entry, queue, open))),
    queue.more && el('button', { class: 'text-button queue-more', type: 'button', on: { click: queue.loadMore } }, t('review.more')));
  box.scrollTop = top;
  box.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function nothing(queue) {
  const filtered = Object.values(queue.filters).some(Boolean);
  if (filtered) return empty(t('review.none-filtered'), t('review.none-filtered-why'), { text: t('review.clear'), click: queue.clear });
  return queue.list === 'recheck' ? empty(t('review.none-recheck'), t('review.none-recheck-why')) : empty(t('review.none'), t('review.none-why'));
}

function row(entry, queue, open) {
  const { report } = entry;
  const current = report.id === queue.openId;
  return el('li', null,
    el('button', { class: 'queue-row', type: 'button', 'aria-current': current ? 'true' : null, data: { report: report.id }, on: { click: () => open(report.id) } },
      thumb(report),
      el('span', { class: 'queue-text' },
        el('b', { class: 'queue-title', title: titleOf(report) }, titleOf(report)),
        el('span', { class: 'queue-claim second' }, el('span', null, claimOf(report), '　', t('review.photos', { count: report.photos.length })), el('span', null, newOf(report))),
        el('span', { class: 'queue-who muted' }, el('span', null, `${report.author.name} · ${observedText(report)}`), notice(entry)))));
}

function thumb(report) {
  const photo = report.photos.find((p) => p.arrived);
  if (photo) return el('img', { class: 'thumb', src: photoUrl(photo.sha256, true), alt: '', width: 60, height: 60, loading: 'lazy' });
  return el('span', { class: `thumb ${report.type === 'completion' ? 'no-photo' : ''}`, 'aria-hidden': 'true' },
    report.type !== 'completion' && glyph(projectOf(report.project)?.icon, 26));
}

/** The one thing to know before opening it. */
function notice({ report, effect, verifyBy }) {
  const say = (text) => el('b', { class: 'queue-notice' }, text);
  if (report.conflict) return say(t('review.conflict'));
  if (report.mayReview && !acceptable(report)) return say(report.whyNot);
  const [flip] = flips(effect);
  if (flip) return say(t('review.flips', { name: flip.name, light: lightWord(flip.after.light) }));
  return verifyBy && say(t('review.by', { day: day(verifyBy) }));
}
