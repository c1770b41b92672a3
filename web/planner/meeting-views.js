/** Saved views: shared by the planners of a plan, opened by number. */
import { deleteJson, getJson, newId, putJson } from '/shared/api.js';
import { dialog } from '/shared/dialog.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { state, watch } from './state.js';
import { planProject, townshipName } from './lookup.js';
import { applyQuery, viewQuery } from './permalink.js';

const BY_KEY = 9;

/** Returns {show(), open(i)}. */
export function startViews(map) {
  let views = [];
  let failure = null;
  const read = () => getJson('/api/saved-views').then((answer) => { [views, failure] = [answer.views, null]; }, (problem) => { failure = problem; });
  watch(['meeting'], () => { if (state.meeting) read(); });
  const open = (i) => { if (views[i]) applyQuery(views[i].query, map.show); };

  const show = async () => {
    const list = el('ol', { class: 'views' });
    const name = el('input', { class: 'field', id: 'view-name', maxlength: 40, 'aria-label': t('view.name'), placeholder: suggestion() });
    const fault = el('p', { class: 'fault', role: 'alert' });
    const tell = (problem) => { if (problem) put(fault, problem.status === 0 ? t('failure.offline') : [problem.message, ...(problem.faults ?? []).map((f) => f.detail)].join('；')); else put(fault); };
    const act = (promise) => promise.then(read).then(() => { tell(failure); draw(); }, tell);
    const draw = () => put(list, !views.length && el('li', { class: 'muted' }, t('view.none')), views.map((view, i) => el('li', null,
      el('button', { class: 'view-open', type: 'button', on: { click: () => { box.close(); open(i); } } }, i < BY_KEY && el('kbd', null, String(i + 1)), el('b', null, view.name), el('small', null, about(view))),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': t('view.overwrite', { name: view.name }), title: t('view.overwrite', { name: view.name }), on: { click: () => act(putJson(`/api/saved-views/${view.id}`, { name: view.name, query: viewQuery() })) } }, icon('undo', 15)),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': t('view.delete', { name: view.name }), title: t('view.delete', { name: view.name }), on: { click: () => act(deleteJson(`/api/saved-views/${view.id}`)) } }, icon('close', 15)))));
    const form = el('form', { class: 'view-form', on: { submit: (event) => {
      event.preventDefault();
      act(putJson(`/api/saved-views/${newId()}`, { name: name.value.trim() || suggestion(), query: viewQuery() })).then(() => { name.value = ''; });
    } } }, name, el('button', { class: 'button primary', type: 'submit' }, t('view.save')));
    const box = dialog(t('view.title'), el('p', { class: 'muted' }, t('view.why')), form, fault, list);
    box.classList.add('views-box');
    box.addEventListener('keydown', (event) => {
      const i = Number(event.key) - 1;
      if (event.target === name || !(i >= 0) || !views[i]) return;
      box.close();
      open(i);
    });
    draw();
    await read();
    tell(failure);
    draw();
    (views.length ? list.querySelector('.view-open') : name).focus();
  };
  return { show, open };
}

/** What is on the wall, in a few words. */
function suggestion() {
  const parts = [planProject(state.project) && `${state.project} ${planProject(state.project).shortName}`, state.township && townshipName(state.township), state.day && day(state.day)].filter(Boolean);
  return (parts.join(' · ') || t('view.whole')).slice(0, 40);
}

function about({ query, author }) {
  const asked = new URLSearchParams(query);
  return [asked.get('day') ? day(asked.get('day')) : t('view.today'), asked.get('project') && `${asked.get('project')} ${planProject(Number(asked.get('project')))?.shortName ?? ''}`,
    asked.get('township') && townshipName(asked.get('township')), author].filter(Boolean).join(' · ');
}
