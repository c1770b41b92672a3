/** What a person has to settle in a project, and what is only to be known. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

/** number 0 = what is of no project. */
export function questions(draft, number, { redraw }) {
  const mine = draft.questions.map((question, i) => ({ ...question, i })).filter((question) => (question.project ?? 0) === number);
  const doubtful = mine.filter((question) => question.doubtful);
  const known = mine.filter((question) => !question.doubtful);
  if (!mine.length) return el('p', { class: 'muted plan-asked' }, t('plan-in.nothing-asked'));
  const left = doubtful.filter(({ i }) => !draft.settled.includes(i));
  return el('section', { class: 'plan-asked' },
    doubtful.length > 0 && el('div', { class: 'plan-asked-head' }, el('h3', null, t('plan-in.asked', { count: doubtful.length, left: left.length })),
      left.length > 0 && el('button', { class: 'text-button', type: 'button', on: { click: () => settle(left.map(({ i }) => i), true) } }, t('plan-in.settle-all'))),
    el('ul', null, doubtful.map((question) => el('li', { class: draft.settled.includes(question.i) ? 'settled' : '' }, tick(question), sentence(question)))),
    known.length > 0 && el('details', { open: doubtful.length === 0 }, el('summary', null, t('plan-in.to-know', { count: known.length })), el('ul', null, known.map((question) => el('li', null, about(question), question.text, sentence(question))))));

  function tick(question) {
    const box = el('input', { type: 'checkbox', checked: draft.settled.includes(question.i), on: { change: () => settle([question.i], box.checked) } });
    return el('label', null, box, ' ', about(question), question.text);
  }

  function settle(which, done) {
    draft.settled = draft.settled.filter((i) => !which.includes(i));
    if (done) draft.settled.push(...which);
    redraw();
  }
}

const about = ({ about: code }) => (code ? el('code', null, code.replace('@', '')) : null);

/** Not again where the question quotes it. */
function sentence(question) {
  return question.sentence && !question.text.includes(question.sentence) ? el('blockquote', null, question.sentence) : null;
}
