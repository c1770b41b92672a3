/** What does not fit one sheet is made smaller, then left out from the end of its list, and the list says that it is not whole. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

const SIZES = ['', 'dense', 'denser'];

export async function fit(sheet) {
  await document.fonts.ready;
  const over = () => sheet.scrollHeight > sheet.clientHeight;
  for (const size of SIZES) {
    sheet.dataset.size = size;
    if (!over()) return;
  }
  for (const list of sheet.querySelectorAll('[data-shorten]')) {
    const all = list.children.length;
    while (over() && list.children.length > Number(list.dataset.shorten)) {
      list.lastElementChild.remove();
      list.parentNode.querySelector('.left-out')?.remove();
      list.after(el('p', { class: 'left-out' }, t('card.left-out', { count: all - list.children.length })));
    }
  }
}
