/** Left of the map at a meeting: what is said is taken down here, with an owner and a date it is a task. */
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { addDays } from '/shared/days.js';
import { pendingList, standing, taskList } from '/shared/task-list.js';
import { state, watch, change } from './state.js';
import { leadUnit, planProject, shownDay, townshipName } from './lookup.js';

const QUIET_MS = 60_000;
const WEEK = 7;

/** Returns {show(open, write), read()}. */
export function startNotes(pane, kept, runs) {
  let owners = [];
  let tasks = null;
  let onlyHere = true;
  const text = el('textarea', { class: 'field', id: 'note', rows: 4, maxlength: 1000, 'aria-label': t('task.text'), placeholder: t('task.placeholder') });
  const owner = el('select', { class: 'field', id: 'note-owner', 'aria-label': t('task.owner') });
  const due = el('input', { class: 'field', id: 'note-due', type: 'date', 'aria-label': t('task.due'), min: state.me.today });
  const fault = el('p', { class: 'fault', role: 'alert' });
  const about = el('p', { class: 'muted', id: 'note-about' });
  const list = el('div', { class: 'notes-list' });
  const here = el('button', { class: 'chip', type: 'button', on: { click: () => { onlyHere = !onlyHere; draw(); } } }, t('task.here'));
  const form = el('form', { class: 'note-form', on: { submit: (event) => { event.preventDefault(); save(); } } },
    about, text, el('div', { class: 'note-row' }, el('label', null, el('span', { class: 'label' }, t('task.owner')), owner), el('label', null, el('span', { class: 'label' }, t('task.due')), due)),
    fault, el('button', { class: 'button primary', type: 'submit', id: 'note-save' }, t('task.take'), el('kbd', { 'aria-hidden': 'true' }, 'Ctrl ↵')));
  put(pane, el('header', null, el('h2', null, t('task.title')), here, el('a', { class: 'text-button', href: '/tasks' }, t('task.all'))), runs && form, list);
  pane.hidden = true;

  const typed = () => ({ text: text.value, owner: owner.value, due: due.value });
  const fill = (draft) => { text.value = draft?.text ?? ''; owner.value = draft?.owner ?? ''; due.value = draft?.due ?? ''; };
  const keep = () => kept.setDraft(text.value.trim() || owner.value || due.value ? typed() : null);
  for (const field of [text, owner, due]) field.addEventListener('input', keep);
  owner.addEventListener('change', () => { if (owner.value && !due.value) { due.value = addDays(state.me.today, WEEK); keep(); } });
  pane.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.activeElement.blur();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form.contains(event.target)) save();
  });

  function save() {
    const words = text.value.trim();
    const wrong = !words ? 'task.no-text' : owner.value && !due.value ? 'task.no-due' : due.value && !owner.value ? 'task.no-owner' : null;
    put(fault, wrong && t(wrong));
    if (wrong) return (wrong === 'task.no-text' ? text : wrong === 'task.no-due' ? due : owner).focus();
    const [kind, code] = owner.value.split(':');
    const body = { text: words, project: state.project, township: state.township, day: shownDay(), ownerUnit: kind === 'unit' ? code : null, ownerAccount: kind === 'account' ? code : null, due: due.value || null };
    const sent = kept.send('/api/tasks', body);
    kept.setDraft(null);
    fill(null);
    text.focus();
    return sent.then(read);
  }

  const drawOwners = () => {
    const lead = planProject(state.project) && leadUnit(planProject(state.project));
    const option = (o) => { const value = o.unit ? `unit:${o.unit}` : `account:${o.account}`; return el('option', { value }, o.name); };
    const wanted = owner.value || kept.draft()?.owner || '';
    put(owner, el('option', { value: '' }, t('task.nobody')), lead && el('optgroup', { label: t('task.lead') }, option({ unit: lead.code, name: lead.name })),
      el('optgroup', { label: t('task.units') }, owners.filter((o) => o.unit && o.unit !== lead?.code).map(option)), el('optgroup', { label: t('task.accounts') }, owners.filter((o) => o.account).map(option)));
    owner.value = wanted;
  };

  const draw = () => {
    const scoped = onlyHere && (state.project || state.township);
    here.hidden = !state.project && !state.township;
    here.setAttribute('aria-pressed', String(onlyHere));
    put(about, planProject(state.project) ? t('task.about', { about: `${state.project} ${planProject(state.project).shortName}` }) : state.township ? t('task.about', { about: townshipName(state.township) }) : t('task.about-all'));
    const shown = (tasks ?? []).filter((x) => !scoped || (state.project ? x.project === state.project : x.township === state.township)).filter((x) => standing(x) !== 'done');
    put(list, pendingList(kept.pending(), { again: () => kept.flush().then(read), edit }),
      tasks === null ? null : shown.length ? taskList(shown, { names: { project: (n) => planProject(n)?.shortName ?? '', township: townshipName }, zone: state.me.zone, runs, act: {
        change: (task, kind) => kept.send('/api/task-changes', { task: task.id, kind, text: null }).then(read),
        open: (task) => change({ project: task.project ?? null, township: task.township ?? null, footprint: null }) } }) : el('p', { class: 'muted' }, t(scoped ? 'task.none-here' : 'task.none')));
  };

  function edit(entry) {
    const { text: words, ownerUnit, ownerAccount, due: date } = entry.body;
    fill({ text: words, owner: ownerUnit ? `unit:${ownerUnit}` : ownerAccount ? `account:${ownerAccount}` : '', due: date });
    keep();
    kept.drop(entry.id);
    text.focus();
  }

  async function read() {
    try {
      if (runs && !owners.length) owners = (await getJson('/api/task-owners')).owners;
      tasks = (await getJson('/api/tasks')).tasks;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
    }
    drawOwners();
    draw();
  }

  let waiting = kept.pending().length;
  kept.onChange(() => {
    const before = waiting;
    waiting = kept.pending().length;
    if (waiting < before) read();
    else draw();
  });
  watch(['project', 'township', 'plan'], () => { drawOwners(); draw(); });
  setInterval(() => { if (state.meeting && !document.hidden) read(); }, QUIET_MS);
  fill(kept.draft());
  kept.flush();
  return {
    read,
    show(open = pane.hidden, write = false) {
      pane.hidden = !open;
      if (open && !text.value) fill(kept.draft());
      if (open && write) (runs ? text : list.querySelector('button'))?.focus();
    },
  };
}
