/** What stands under every public page: as of when, from where, 审图号, 示意, whom to ask. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment } from '/shared/format.js';

export function foot(facts) {
  const { snapshot, plan, zone } = facts;
  return [
    el('p', null, t('public.as-of', { time: moment(snapshot.dataAsOf, zone) }), ' · ', t('public.snapshot', { id: snapshot.id })),
    el('p', null, t('public.source', { source: [plan.documentNumber, facts.mapSource].filter(Boolean).join(t('public.and')) })),
    el('p', null, t('public.approval', { number: facts.mapApproval ?? t('public.approval-blank') })),
    el('p', null, t('public.schematic')),
    facts.demo && el('p', null, el('b', null, t('public.demo'))),
    el('p', null, t('public.rule', { warn: facts.rules.warnPoints, lag: facts.rules.lagPoints, days: facts.rules.staleDays })),
    facts.hotline && el('p', null, t('public.hotline'), ' ', el('a', { href: `tel:${facts.hotline}` }, el('b', null, facts.hotline))),
    el('p', null, el('a', { href: '/sign-in' }, t('public.staff')))];
}
