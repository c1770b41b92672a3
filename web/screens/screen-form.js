/** The dialog that takes a screen in by its code, or changes it: name, place, which figures, and the playlist. */
import { el, put } from '/shared/dom.js';
import { showFaults } from '/shared/faults.js';
import { t } from '/shared/i18n.js';
import { dialog } from '/shared/dialog.js';
import { playlistEditor } from '/screens/playlist-editor.js';

/** `save` gets the body for the server and may throw a problem; the dialog closes when it did not. */
export function openScreenForm(screen, { names, standard }, save) {
  const playlist = playlistEditor(screen?.playlist ?? standard, names);
  const live = el('input', { type: 'checkbox', name: 'live', id: 'screen-live', checked: Boolean(screen?.live) });
  const form = el('form', { class: 'screen-form', novalidate: true },
    !screen && field('code', { inputmode: 'numeric', autocomplete: 'off', maxlength: 7, placeholder: '000 000' }),
    field('name', { value: screen?.name ?? '', maxlength: 40 }),
    field('place', { value: screen?.place ?? '', maxlength: 40 }),
    el('p', null, el('label', { class: 'check', for: 'screen-live' }, live, t('screens.live-choice'))),
    el('p', { class: 'rule' }, t('screens.live-rule')),
    playlist.node,
    el('p', { class: 'notice bad', hidden: true, role: 'alert' }),
    el('button', { class: 'button primary' }, t(screen ? 'screens.save' : 'screens.pair-now')));
  const box = dialog(t(screen ? 'screens.edit-title' : 'screens.pair', { name: screen?.name }), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form, box, () => save(body(form, screen, playlist)));
  });
}

function field(name, attributes) {
  const id = `screen-${name}`;
  return el('p', null, el('label', { class: 'label', for: id }, t(`screens.field.${name}`)), el('input', { class: 'field', name, id, ...attributes }));
}

function body(form, screen, playlist) {
  const { code, name, place, live } = form.elements;
  return { ...(screen ? {} : { code: code.value }), name: name.value, place: place.value, live: live.checked, playlist: playlist.scenes() };
}

async function send(form, box, save) {
  const button = form.querySelector('.button.primary');
  const notice = form.querySelector('.notice');
  button.disabled = true;
  notice.hidden = true;
  try {
    await save();
    box.close();
  } catch (problem) {
    button.disabled = false;
    const left = showFaults(form, problem.faults ?? []);
    if (problem.faults?.length && !left.length) return;
    notice.hidden = false;
    put(notice, left.map((fault) => fault.detail).join(' ') || (problem.status ? problem.message : t('state.offline')));
  }
}
