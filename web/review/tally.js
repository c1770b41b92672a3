/** How many this reviewer has decided since the page was opened. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

const done = { accept: 0, return: 0, revoke: 0 };
let box = null;

export function drawTally(node) {
  box = node;
  draw();
}

/** by −1 when it was taken back. */
export function count(verdict, by = 1) {
  done[verdict] += by;
  draw();
}

function draw() {
  put(box, el('span', null, t('review.tally', { all: done.accept + done.return, accept: done.accept, return: done.return })));
}
