/** J and K step through the lines of the desk; Enter opens, as a link does. */
export function startKeys(main) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, textarea')) return;
    const by = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (!by) return;
    const all = [...main.querySelectorAll('a.line')].filter((node) => node.offsetParent);
    const at = all.indexOf(document.activeElement);
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
    event.preventDefault();
  });
}
