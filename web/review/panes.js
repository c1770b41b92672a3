/** On a phone either the queue or the report is shown; wider screens see both. */
import { put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';

let place = 0;

export function startPanes() {
  const back = document.getElementById('back');
  put(back, icon('left', 18), t('review.back'));
  back.addEventListener('click', () => { showPane('list'); scrollTo(0, place); });
}

/** list or report; the queue keeps its place. */
export function showPane(name) {
  const columns = document.getElementById('desk');
  if (columns.dataset.pane === name) return;
  if (name === 'report') place = scrollY;
  columns.dataset.pane = name;
  if (name === 'report') scrollTo(0, 0);
}
