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
