/** A problem's faults beside their fields. A pointer is matched to the field's name: /userName, /scope/projects/2 → scope.projects. */
import { el } from './dom.js';

/** Replaces what an earlier answer said and focuses the first faulty field. Returns the faults that fit no field. */
export function showFaults(form, faults) {
  form.querySelectorAll('.fault').forEach((node) => node.remove());
  form.querySelectorAll('[aria-invalid]').forEach((node) => node.removeAttribute('aria-invalid'));
  const left = faults.filter((fault) => !place(form, fault));
  form.querySelector('[aria-invalid]')?.focus();
  return left;
}

function place(form, fault) {
  const name = fault.pointer.split('/').filter((step) => step && !/^\d+$/.test(step)).join('.');
  const field = form.querySelector(`[name="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"]`);
  if (!field) return false;
  field.setAttribute('aria-invalid', 'true');
  field.after(el('span', { class: 'fault', role: 'alert' }, fault.detail));
  return true;
}
