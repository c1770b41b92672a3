/** The draft: its projects with what is open in each, and one of them to read over, settle and correct. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { projectView } from './plan-project.js';
import { headView } from './plan-head.js';

/** at: project number to begin with, 0 = the head of the plan. */
export function draftView(draft, { at, changed, check, download, discard }) {
  let chosen = at ?? draft.at ?? 0;
  const list = el('ul', { class: 'plan-list' });
  const page = el('div', { class: 'plan-page' });
  const sum = el('p', { class: 'plan-sum', role: 'status' });
  const acts = { changed: () => { changed(); drawList(); }, redraw: () => { changed(); drawList(); drawPage(); } };
  const view = el('div', { class: 'plan-draft' },
    el('nav', { class: 'plan-side', 'aria-label': t('plan-in.projects') }, el('h2', { tabindex: -1 }, t('plan-in.draft')), sum,
      el('div', { class: 'plan-acts' }, button('primary', 'check', check), button('', 'download-draft', download), button('', 'discard', () => discard())), list),
    page);
  drawList();
  drawPage();
  return view;

  function button(kind, name, click) {
    return el('button', { class: `button small ${kind}`, type: 'button', id: name, on: { click } }, t(`plan-in.${name}`));
  }

  function drawList() {
    const left = (number) => draft.questions.filter((q, i) => (q.project ?? 0) === number && q.doubtful && !draft.settled.includes(i)).length;
    const row = (number, name) => el('li', null, el('button', { type: 'button', class: 'plan-pick', 'aria-current': number === chosen ? 'true' : null, on: { click: () => choose(number) } },
      el('span', { class: 'n' }, number || ''), el('span', { class: 'name' }, name),
      left(number) > 0 && el('span', { class: 'count' }, String(left(number)), el('span', { class: 'aloud' }, t('plan-in.to-settle')))));
    put(list, row(0, t('plan-in.head')), draft.sheets.projects.map((project) => row(Number(project.number), project.name)));
    put(sum, t('plan-in.sum', { projects: draft.sheets.projects.length, indicators: draft.sheets.indicators.length,
      open: draft.questions.filter((q, i) => q.doubtful && !draft.settled.includes(i)).length }));
  }

  function choose(number) {
    chosen = number;
    draft.at = number;
    changed();
    drawList();
    drawPage();
    page.scrollTop = 0;
    page.querySelector('h2')?.focus();
  }

  function drawPage() {
    put(page, chosen === 0 ? headView(draft, acts) : projectView(draft, chosen, acts));
  }
}
