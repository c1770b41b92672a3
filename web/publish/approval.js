/** Blockers with their remedy, the note, and the one button. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

const LONGEST = 300;

/** notice: what the last press led to, {text, bad, note}; act(digest, note) throws a problem. */
export function approval({ draft }, notice, act) {
  const note = el('textarea', { class: 'field', id: 'note', rows: 3, maxlength: LONGEST });
  note.value = notice?.note ?? '';
  const said = el('p', { class: `notice${notice?.bad ? ' bad' : ''}`, role: 'alert', tabindex: -1, hidden: !notice }, notice?.text);
  const button = el('button', { class: 'button primary', id: 'publish', type: 'submit', disabled: draft.blockers.length > 0 }, t(draft.current ? 'publish.go' : 'publish.go-first'));
  const form = el('form', { class: 'publish-form' }, said, blockers(draft.blockers),
    el('p', null, t('publish.means')),
    el('p', null, el('label', { class: 'label', for: 'note' }, t('publish.note-label')), note), button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await act(draft.digest, note.value);
    } catch (problem) {
      button.disabled = false;
      said.hidden = false;
      said.classList.add('bad');
      put(said, problem.status ? [problem.message, ...problem.faults.map((fault) => ` ${fault.detail}`)] : t('state.offline'));
    }
  });
  return form;
}

function blockers(list) {
  if (!list.length) return null;
  return el('div', { class: 'notice bad', role: 'alert' }, el('b', null, t('publish.blocked')),
    el('ul', null, list.map((name) => el('li', null, t(`publish.blocker.${name}`), ' ', el('code', null, name)))));
}
