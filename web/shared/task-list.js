/** Notes and tasks as a list, the same at a meeting and on their own page. */
import { el } from './dom.js';
import { t } from './i18n.js';
import { day, shortMoment } from './format.js';
import { icon } from './icons.js';

/** 'overdue' | 'open' | 'done' | 'note' */
export const standing = (task) => (!task.owner ? 'note' : task.done ? 'done' : task.daysOverdue > 0 ? 'overdue' : 'open');

/**
 * tasks: as the server has them. names: {project(number), township(code)}; act: {change(task, kind), open(task)} or parts of it.
 * `runs`: whether the reader may reopen.
 */
export function taskList(tasks, { names, zone, runs, act }) {
  return el('ul', { class: 'tasks' }, tasks.map((task) => {
    const now = standing(task);
    return el('li', { class: `task k-${now}`, data: { task: task.id } },
      el('p', { class: 'task-text' }, task.text),
      el('p', { class: 'task-facts' }, el('b', { class: 'task-state' }, sign(now), said(task, now)),
        task.owner && el('span', null, task.owner.name), task.due && el('span', { class: 'nowrap' }, t('task.due-on', { day: day(task.due) })),
        place(task, names, act)),
      el('p', { class: 'task-from' }, t('task.from', { name: task.author, time: shortMoment(task.createdAt, zone), day: day(task.day) })),
      task.changes.map((c) => el('p', { class: 'task-from' }, t(`task.change-${c.kind}`, { name: c.author, time: shortMoment(c.at, zone) }), c.text && `：${c.text}`)),
      task.mayFinish && act.change && (!task.done || runs) && el('button', { class: 'chip', type: 'button', data: { act: task.done ? 'reopened' : 'done' },
        on: { click: () => act.change(task, task.done ? 'reopened' : 'done') } }, t(task.done ? 'task.reopen' : 'task.finish')));
  }));
}

/** What this browser has taken down and the server has not yet. act: {again(), edit(entry)}. */
export function pendingList(entries, act) {
  const taken = entries.filter((e) => e.path === '/api/tasks');
  if (!taken.length) return null;
  return el('ul', { class: 'tasks', 'aria-label': t('task.pending') }, taken.map((entry) => el('li', { class: 'task k-pending' },
    el('p', { class: 'task-text' }, entry.body.text),
    el('p', { class: 'task-facts' }, el('b', { class: 'task-state' }, icon('offline', 13), t(entry.fault ? 'task.refused' : 'task.waits')), entry.fault && el('span', { class: 'fault' }, entry.fault)),
    el('button', { class: 'chip', type: 'button', on: { click: () => (entry.fault ? act.edit(entry) : act.again()) } }, t(entry.fault ? 'task.edit' : 'task.again')))));
}

const sign = (now) => icon({ overdue: 'flag', open: 'inbox', done: 'check', note: 'list' }[now], 13);

const said = (task, now) => (now === 'overdue' ? t('task.overdue', { days: task.daysOverdue }) : t(`task.${now}`));

function place(task, names, act) {
  const text = [task.project && `${task.project} ${names.project(task.project)}`, task.township && names.township(task.township)].filter(Boolean).join(' · ');
  if (!text) return null;
  return act.open ? el('button', { class: 'text-button', type: 'button', on: { click: () => act.open(task) } }, text)
    : el('a', { href: `/?${new URLSearchParams({ ...(task.project && { project: task.project }), ...(task.township && { township: task.township }) })}` }, text);
}
