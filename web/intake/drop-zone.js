/** Where a file is chosen or dropped; shows how far it is sent, then that it is being read. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { upload } from '/shared/upload.js';
import { notice } from './notice.js';

/** done(import) once the server knows what is in the file. */
export function dropZone(root, done) {
  const input = el('input', { type: 'file', id: 'file', class: 'aloud', on: { change: () => input.files[0] && send(input.files[0]) } });
  const said = el('div', { role: 'alert' });
  const state = el('div', { class: 'drop-state' });
  const zone = el('div', { class: 'drop' }, icon('inbox', 28), el('p', null, el('label', { class: 'button primary', for: 'file' }, t('intake.choose-file')), input, ` ${t('intake.or-drop')}`),
    el('p', { class: 'muted' }, t('intake.formats')), state);
  for (const [type, over] of [['dragover', true], ['dragleave', false], ['drop', false]])
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.toggle('over', over);
      if (type === 'drop' && event.dataTransfer.files[0]) send(event.dataTransfer.files[0]);
    });
  return el('section', { class: 'intake-step now' }, el('h2', null, t('intake.new')), said, zone, el('p', { class: 'rule' }, t('intake.nothing-yet')));

  async function send(file) {
    const stop = new AbortController();
    const bar = el('progress', { max: 1, value: 0, 'aria-label': t('intake.sending', { name: file.name }) });
    const words = el('span', null);
    const tell = (share) => {
      bar.value = share;
      put(words, share < 1 ? t('intake.sent', { percent: number(share * 100, 0), size: size(file.size) }) : t('intake.looking'));
      if (share >= 1) bar.removeAttribute('value');
    };
    put(said);
    put(state, el('b', null, file.name), bar, words, el('button', { class: 'text-button', type: 'button', on: { click: () => stop.abort() } }, t('intake.stop')));
    zone.classList.add('busy');
    tell(0);
    try {
      await done(await upload(`${root}?name=${encodeURIComponent(file.name)}`, file, tell, stop.signal));
    } catch (problem) {
      if (problem.name !== 'AbortError') put(said, notice(problem));
      put(state);
    }
    zone.classList.remove('busy');
    input.value = '';
  }
}

/** Bytes as people say them. */
export function size(bytes) {
  return bytes >= 1e6 ? `${number(bytes / 1e6, 1)} MB` : `${number(Math.max(1, bytes / 1e3), 0)} KB`;
}
