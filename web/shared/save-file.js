/** What a browser is handed to save. */
import { el } from './dom.js';

/** Hands a file to the browser to save: {blob, name}. */
export function save({ blob, name }) {
  const url = URL.createObjectURL(blob);
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
