/** Hands the whole district to the browser as a download: a form's answer goes to disk without passing through the page. */
import { getMe } from '/shared/api.js';
import { put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

/** A second press would only be told that one is being written. */
const REST_MS = 5000;

export async function startArchive(form) {
  const { csrf } = await getMe();
  form.elements._csrf.value = csrf?.token ?? '';
  const button = form.querySelector('button');
  form.addEventListener('submit', () => {
    put(document.getElementById('archive-state'), t('archive.begun'));
    setTimeout(() => { button.disabled = true; });
    setTimeout(() => { button.disabled = false; }, REST_MS);
  });
}
