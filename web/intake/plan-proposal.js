/** What would change, in words and values by project; accepted only after it was looked at. */
import { el, put } from '/shared/dom.js';
import { t, wordOr } from '/shared/i18n.js';
import { empty } from '/shared/state.js';
import { choiceName } from './plan-columns.js';
import { faultList } from './plan-faults.js';

/** unsettled: questions of a draft that nobody ticked; name: of the file, where there is one. */
export function proposalView(proposal, { back, accept, unsettled, name }) {
  const { status, changes } = proposal;
  return el('div', { class: 'plan-proposal' },
    el('button', { class: 'text-button', type: 'button', on: { click: () => back() } }, t(unsettled === undefined || name ? 'plan-in.back' : 'plan-in.back-to-draft')),
    el('h2', { tabindex: -1 }, t(`plan-in.would.${status}`, { year: proposal.year, version: proposal.version, count: changes.length })), name && el('p', { class: 'muted' }, name),
    el('p', null, t('plan-in.counts', proposal.counts)),
    status === 'unchanged' ? empty(t('plan-in.same'), t('plan-in.same-why')) : [status === 'amended' && byProject(proposal), acceptForm(proposal, unsettled, accept)]);
}

function byProject({ changes, projects }) {
  const groups = new Map();
  for (const change of changes) {
    const number = projectOf(change.path);
    groups.set(number, [...(groups.get(number) ?? []), change]);
  }
  const name = (number) => (number === null ? t('plan-in.whole-plan') : `${number} ${projects.find((p) => Number(p.number) === number)?.name ?? ''}`);
  return [...groups].sort(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([number, all]) => el('section', { class: 'plan-changes' }, el('h3', null, name(number)),
    el('table', { class: 'table' }, el('thead', null, el('tr', null, ['what', 'from', 'to'].map((head) => el('th', { class: 'start', scope: 'col' }, t(`plan-in.change.${head}`))))),
      el('tbody', null, all.map(({ path, from, to }) => el('tr', null, el('td', { class: 'start wrap' }, what(path)), value(path, from, 'new'), value(path, to, 'gone')))))));
}

/** 18.2.target and 09a@2026-09-30.percent are of projects 18 and 9. */
function projectOf(path) {
  const named = /^project\.(\d+)/.exec(path) ?? /^(\d\d)/.exec(path);
  return named ? Number(named[1]) : null;
}

const fieldOf = (path) => /\.([a-zA-Z]+)$/.exec(path)?.[1];

function what(path) {
  const field = fieldOf(path);
  const label = field && wordOr(`plan-column.${field}`, null);
  return label ? [label, ' ', el('code', null, path.slice(0, -field.length - 1))] : el('code', null, path);
}

function value(path, text, otherwise) {
  const shown = text === null || text === undefined ? el('span', { class: 'muted' }, t(`plan-in.change.${otherwise}`)) : choiceName(fieldOf(path) ?? '', text);
  return el('td', { class: 'start wrap' }, shown);
}

function acceptForm({ status, document: number, documentTaken }, unsettled, accept) {
  const input = el('input', { class: 'field', id: 'plan-document', value: documentTaken ? '' : number ?? '', required: true });
  const said = el('div');
  const button = el('button', { class: 'button primary', type: 'submit', id: 'accept-plan', disabled: unsettled > 0 }, t(`plan-in.accept.${status}`));
  const form = el('form', { class: 'plan-accept' }, said,
    status === 'amended' && el('p', null, el('label', { class: 'label', for: 'plan-document' }, t('plan-in.document')), input),
    unsettled > 0 && el('p', { class: 'notice bad' }, t('plan-in.unsettled', { count: unsettled })),
    el('p', { class: 'muted' }, t(`plan-in.means.${status}`)), button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await accept(status === 'amended' ? input.value : '');
    } catch (problem) {
      button.disabled = false;
      put(said, faultList(problem));
    }
  });
  return form;
}
