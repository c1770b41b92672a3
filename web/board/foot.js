/** Source, approval number, and what the figures are; a quiet sign where the line is lost. */
import { el, put } from '/shared/dom.js';
import { moment } from '/shared/format.js';
import { t } from '/shared/i18n.js';

export function drawFoot(node, data, link) {
  const facts = data?.facts;
  if (!facts) return;
  put(node,
    el('span', null, t('board.source', { source: facts.mapSource ? `${facts.plan.documentNumber}、${facts.mapSource}` : facts.plan.documentNumber })),
    el('span', null, t('board.approval', { number: facts.mapApproval ?? t('board.approval.none') })),
    data.base?.schematic && el('span', null, t('board.schematic')),
    el('span', { class: 'cite' }, facts.snapshot.live ? t('board.live') : t('board.snapshot', { id: facts.snapshot.id })),
    link.lost() && el('span', { class: 'lost', role: 'status' }, t('board.lost', { at: moment(facts.snapshot.dataAsOf, 'Asia/Shanghai').slice(5) })),
    facts.demo && el('span', { class: 'demo' }, t('board.demo')));
}
