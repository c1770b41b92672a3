/** One path down the table: Enter goes to the next field, Shift + Enter back, Ctrl + Enter sends. Where a word is asked for, it comes first. */
export function startKeys(sheet, send) {
  sheet.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.target.type === 'file') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      send();
      return;
    }
    const field = event.target.closest('input, select');
    if (!field) return;
    event.preventDefault();
    next(sheet, field, event.shiftKey ? -1 : 1)?.focus();
  });
}

function next(sheet, field, by) {
  const note = field.closest('tr').querySelector('.note');
  if (by > 0 && field !== note && note?.required && !note.value.trim()) return note;
  const fields = [...sheet.querySelectorAll('tr[data-row] .figure, tr[data-row] select')].filter((node) => node.offsetParent && !node.disabled);
  const at = fields.findIndex((node) => node.closest('tr') === field.closest('tr'));
  return field === note && by < 0 ? fields[at] : fields[at + by] ?? document.querySelector('#send button');
}
