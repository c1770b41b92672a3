/** What everybody sees now: which snapshot, of when, who let it out. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { empty } from '/shared/state.js';

export function current({ me, draft, snapshots }) {
  if (!draft.current) return empty(t('publish.nothing'), t('publish.nothing-why'));
  const { id, dataAsOf } = draft.current;
  const approval = snapshots.find((s) => s.id === id);
  const fact = (key, value) => [el('dt', null, t(`publish.${key}`)), el('dd', null, value)];
  return el('dl', { class: 'publish-now' },
    fact('id', el('b', null, id)), fact('as-of', el('b', null, moment(dataAsOf, me.zone))),
    approval && fact('by', `${approval.approvedBy} · ${moment(approval.approvedAt, me.zone)}`),
    approval?.note && fact('note', approval.note));
}
