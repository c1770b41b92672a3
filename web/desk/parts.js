/** What the sections of the desk share: a frame with a count, a line that leads somewhere. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

/** id: where the tally jumps to; aside: one short sentence. */
export function section(id, title, aside, ...content) {
  return el('section', { class: 'today-section', id, tabindex: -1, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title, aside && el('small', null, aside)), ...content);
}

/** A whole line is one link: sign, name with its part, what is the matter; at the end a figure with a word below. */
export function line({ key, href, sign, name, part, texts = [], end, below, bad }) {
  return el('li', null, el('a', { class: bad ? 'line bad' : 'line', href, data: { line: key } },
    el('span', { class: 'line-sign' }, sign),
    el('span', { class: 'line-text' }, el('b', null, name), part && el('span', { class: 'line-part' }, part), texts.filter(Boolean).map((text) => el('span', { class: 'line-why' }, text))),
    el('span', { class: 'line-end' }, end && el('b', null, end), below && el('span', null, below))));
}

/** A line with something to do at its end, beside the link. */
export const lineWith = (row, ...acts) => {
  row.classList.add('reminder');
  row.append(el('span', { class: 'line-acts' }, acts));
  return row;
};

export const lines = (rows) => el('ul', { class: 'lines' }, rows);

/** The first `shown` lines, the others behind a fold that says how many. */
export function folded(fold, rows, shown) {
  if (rows.length <= shown + 1) return lines(rows);
  return [lines(rows.slice(0, shown)), el('details', { class: 'fold', data: { fold } },
    el('summary', null, t('desk.more', { count: rows.length - shown })), lines(rows.slice(shown)))];
}

/** 18 农村饮水 */
export const nameOf = (about) => `${about.project} ${about.projectName}`;

/** The track where a project has several, and the lead unit. */
export const partOf = ({ trackName, unit }) => [trackName, unit].filter(Boolean).join(' · ');

/** The planner's map at this project, or at one of its places. */
export const mapUrl = (about, footprint) => `/?${new URLSearchParams({ project: about.project, ...(footprint && { footprint }) })}`;

export const none = (text) => el('p', { class: 'today-none' }, text);
