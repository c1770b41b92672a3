/** 我的上报: every mark with where it stands, those that need the crew first, then the newest. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { rangeText } from '/shared/measure.js';
import { icon } from '/shared/icons.js';
import { standingOf, ORDER } from './item-state.js';
import { itemActions } from './item-actions.js';
import { age } from './when.js';
import { reasonOf } from './item-reason.js';

const SHOWN = 300;

export function outboxView({ items, progress, device }) {
  const live = items.filter((item) => item.phase !== 'undone' && item.type !== 'walk' && item.account === device.account.username);
  const others = items.filter((item) => item.account !== device.account.username && ['waiting', 'received', 'parked'].includes(item.phase));
  if (!live.length && !others.length) return el('div', { class: 'state' }, el('b', null, t('field.outbox-empty')), el('p', null, t('field.outbox-empty-why')));
  const sorted = live.map((item) => ({ item, stands: standingOf(item, progress) })).sort((a, b) => ORDER.indexOf(a.stands) - ORDER.indexOf(b.stands) || b.item.seq - a.item.seq);
  return el('div', { class: 'ob' },
    others.length > 0 && el('p', { class: 'notice-kept' }, t('field.others', { count: others.length, accounts: [...new Set(others.map((i) => i.account))].join('、') })),
    sorted.slice(0, SHOWN).map(({ item, stands }) => row(item, stands, progress)),
    sorted.length > SHOWN && el('p', { class: 'muted' }, t('field.outbox-more', { count: sorted.length - SHOWN })));
}

function row(item, stands, progress) {
  const percent = stands === 'sending' ? percentOf(item, progress) : null;
  return el('article', { class: 'it', data: { item: item.id, stands } },
    sign(stands), el('h3', null, titleOf(item)),
    el('span', { class: `st ${stands}` }, t(`field.is-${stands}`), percent !== null && ` ${percent}%`),
    reasonOf(item, stands), el('p', null, facts(item, stands)),
    percent !== null && el('div', { class: 'pb' }, el('i', { style: { width: `${percent}%` } })), itemActions(item, stands));
}

export function titleOf({ title, about }) {
  if (about.range) return `${about.kind === 'undone' ? t('field.counter-of') : ''}${title} ${rangeText(about.range.from, about.range.to)}`;
  return `${about.kind === 'undone' ? t('field.counter-of') : ''}${title}`;
}

function facts(item, stands) {
  const { about, newM, photos, arrived } = item;
  const parts = [];
  if (newM !== undefined && about.kind !== 'undone') parts.push(t('field.fact-new', { metres: newM }));
  if (about.components?.length || about.notNeeded?.length) parts.push(t('field.items', { count: (about.components?.length ?? 0) + (about.notNeeded?.length ?? 0) }));
  if (about.quantity !== undefined) parts.push(`${about.quantity}`);
  if (photos.length) parts.push(stands === 'waiting' ? t('field.photos', { count: photos.length }) : t('field.photos-of', { done: item.phase === 'done' ? photos.length : arrived.size, count: photos.length }));
  parts.push(stands === 'received' && item.receivedAt ? t('field.received-at', { time: age(item.receivedAt) }) : age(item.at));
  return parts.join(' · ');
}

/** Of the photos' bytes; the report itself is a trifle. */
function percentOf(item, progress) {
  const parts = Math.max(1, item.photos.length);
  const part = progress?.total ? progress.sent / progress.total : 0;
  return Math.min(99, Math.round((100 * (item.arrived.size + part)) / parts));
}

function sign(stands) {
  const glyphs = { returned: 'undo', parked: 'close', conflict: 'help', sending: 'up', waiting: 'waiting', received: 'check', accepted: 'check' };
  return el('span', { class: `sign-${stands}`, 'aria-hidden': 'true' }, icon(glyphs[stands], 18));
}
