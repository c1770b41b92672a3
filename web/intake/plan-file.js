/** Choosing a file, and a file that comes back. */
import { el } from '/shared/dom.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A button that opens the choice of a file, and takes one that is dropped on it. chosen(file) may fail; its problem is not ours. */
export function fileButton(id, text, accept, chosen) {
  const input = el('input', { type: 'file', id, accept, class: 'aloud', on: { change: () => take(input.files[0]) } });
  const label = el('label', { class: 'button', for: id }, text);
  const take = (file) => {
    if (file) chosen(file);
    input.value = '';
  };
  label.addEventListener('dragover', (event) => event.preventDefault());
  label.addEventListener('drop', (event) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  return el('span', { class: 'plan-file' }, input, label);
}

/** Hands a file to the browser to save. */
export function save({ blob, name }) {
  const url = URL.createObjectURL(blob);
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
