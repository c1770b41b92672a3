/** Pictures of papers to go with a figure or an item; they wait in the page only until they are sent. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { canAttach } from './send.js';

/** files: key → [File]; save(): what else belongs to the draft. Nothing where nobody may send. */
export function attach(key, name, { sheet, files }, save) {
  if (!sheet.writable) return null;
  const chosen = el('span', { class: 'muted' });
  const pick = el('input', { type: 'file', accept: 'image/jpeg,image/png', multiple: true, class: 'aloud', 'aria-label': t('entry.attach-to', { name }), disabled: !canAttach() });
  const tell = () => put(chosen, files[key]?.length ? t('entry.attached', { count: files[key].length }) : '');
  pick.addEventListener('change', () => { files[key] = [...pick.files]; tell(); save(); });
  tell();
  return el('span', { class: 'attach-box' }, el('label', { class: 'text-button attach', title: canAttach() ? t('entry.papers-hint') : t('entry.papers-unsafe') }, t('entry.attach'), pick), chosen);
}
