/** The plan in, from a workbook or a notice. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { empty } from '/shared/state.js';

/** Fills `node` once, when its tab is first opened. */
export async function showPlanTab(node) {
  put(node, el('div', { class: 'intake-empty' }, empty(t('intake.plan-by-program'), t('intake.plan-by-program-why'))));
}
