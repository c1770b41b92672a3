/** Brings in the file that a phone wrote of what it could not send, and says what became of each item. */
import { postFile } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { failed, loading } from '/shared/state.js';
import { dialog } from '/shared/dialog.js';

/** done() is called after an import, whatever came of it. */
export function startRescue(button, done) {
  const input = el('input', { type: 'file', id: 'rescue-file', accept: '.json,application/json', hidden: true });
  button.after(input);
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    if (input.files[0]) bringIn(input.files[0], done);
    input.value = '';
  });
}

async function bringIn(file, done) {
  const box = el('div', { id: 'rescue-result', 'aria-live': 'polite' }, el('p', null, t('accounts.rescue-wait', { name: file.name })), loading(3));
  dialog(t('accounts.rescue'), box);
  try {
    put(box, ...outcome(await postFile('/api/rescues', file)));
  } catch (problem) {
    put(box, failed(problem, () => bringIn(file, done)));
  }
  done();
}

function outcome({ account, device, results, complete }) {
  const count = (status) => results.filter((result) => result.status === status).length;
  const refused = results.filter((result) => result.status >= 400);
  const photos = results.flatMap((result) => result.photos ?? []).filter((photo) => photo.status >= 400);
  return [
    el('p', null, t('accounts.rescue-done', { account, device: device ?? '—', stored: count(201), known: count(200), refused: refused.length })),
    !complete && el('p', { class: 'notice bad' }, t('accounts.rescue-broken', { count: results.length })),
    (refused.length > 0 || photos.length > 0) && el('ul', { class: 'phones' },
      refused.map((result) => el('li', null, el('code', null, result.id?.slice(0, 8) ?? '—'), el('span', null, told(result)))),
      photos.map((photo) => el('li', null, el('code', null, photo.sha256.slice(0, 8)), el('span', null, told(photo))))),
  ];
}

function told({ problem, status }) {
  const faults = (problem?.faults ?? []).map((fault) => `${fault.pointer} ${fault.detail}`).join('；');
  return [problem?.detail ?? `HTTP ${status}`, faults].filter(Boolean).join('：');
}
