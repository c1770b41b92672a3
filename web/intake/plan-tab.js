/** The plan in: from a notice to a draft, or from a workbook; looked at, then accepted. */
import { postFile, postForFile, postJson } from '/shared/api.js';
import { save } from '/shared/save-file.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { loading } from '/shared/state.js';
import { keep, kept } from './plan-keep.js';
import { DOCX, XLSX } from './plan-file.js';
import { start } from './plan-start.js';
import { draftView } from './plan-draft.js';
import { proposalView } from './plan-proposal.js';
import { faultList } from './plan-faults.js';

let box;
let draft = null;

/** Fills `node` once, when its tab is first opened. */
export async function showPlanTab(node) {
  box = node;
  draft = kept();
  if (draft) showDraft();
  else showStart();
}

function showStart(said) {
  put(box, start({ said, paste: (text) => read(() => postJson('/api/plan-drafts', { text })),
    notice: (file) => read(() => postFile('/api/plan-drafts', file, DOCX)),
    workbook: (file) => look(XLSX, file, null) }));
}

async function read(post) {
  put(box, el('p', { class: 'plan-wait', role: 'status' }, t('plan-in.reading')), loading(6));
  try {
    draft = { ...await post(), settled: [] };
    keep(draft);
    showDraft();
  } catch (problem) {
    showStart(faultList(problem));
  }
}

function showDraft(at) {
  put(box, draftView(draft, { at, changed: () => keep(draft), check: () => look('application/json', { sheets: draft.sheets }, draft),
    download: async () => save(await postForFile('/api/plan-drafts/workbook', { sheets: draft.sheets, questions: open(draft) })),
    discard: () => {
      draft = null;
      keep(null);
      showStart();
    } }));
}

export const open = ({ questions, settled }) => questions.filter((_, i) => !settled.includes(i));

/** What the workbook, or the draft, would change. */
async function look(type, body, of) {
  const back = of ? (at) => showDraft(at) : () => showStart();
  const post = (path) => (type === XLSX ? postFile(path, body, XLSX) : postJson(path, body));
  put(box, el('p', { class: 'plan-wait', role: 'status' }, t('plan-in.comparing')), loading(6));
  try {
    const proposal = await post('/api/plan-proposals');
    const unsettled = of ? open(of).filter((question) => question.doubtful).length : 0;
    put(box, proposalView(proposal, { back, unsettled, name: body.name, accept: (number) => accept(post, proposal, number, of) }));
  } catch (problem) {
    if (of) put(box, faultList(problem, { draft: of, go: back }), el('p', null, el('button', { class: 'button', type: 'button', on: { click: () => back() } }, t('plan-in.back-to-draft'))));
    else showStart(faultList(problem));
  }
  box.querySelector('h2, [role=alert]')?.focus();
}

async function accept(post, { digest }, number, of) {
  const query = new URLSearchParams({ digest, ...(number ? { document: number } : {}) });
  const accepted = await post(`/api/plan-versions?${query}`);
  if (of) {
    draft = null;
    keep(null);
  }
  showStart(el('div', { class: 'notice', role: 'status', tabindex: -1 }, el('b', null, t(`plan-in.done.${accepted.status}`, accepted)), ' ', el('a', { href: '/' }, t('nav.overview'))));
}
