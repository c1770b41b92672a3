/** Who is a leader: the last step of the escalation, marked by whoever collects progress. Read when it is opened. */
import { deleteJson, getJson, putJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

export function leaders(me) {
  if (!['planner', 'administrator'].includes(me.role)) return null;
  const box = el('div', { class: 'today-leaders' });
  const fold = el('details', { class: 'fold', data: { fold: 'leaders' } }, el('summary', null, t('leader.title')), box);
  fold.addEventListener('toggle', () => { if (fold.open && !box.childElementCount) show(box); });
  return fold;
}

async function show(box) {
  try {
    const { accounts } = await getJson('/api/leaders');
    put(box, el('p', { class: 'muted' }, t('leader.why')), el('ul', null, accounts.map((one) => choice(one, box))));
  } catch (problem) {
    put(box, el('p', { class: 'fault', role: 'alert' }, problem.status === 0 ? t('state.offline') : problem.message));
  }
}

function choice({ id, name, role, leader }, box) {
  const tick = el('input', { type: 'checkbox', checked: leader });
  tick.addEventListener('change', async () => {
    tick.disabled = true;
    await (tick.checked ? putJson(`/api/leaders/${id}`, {}) : deleteJson(`/api/leaders/${id}`)).catch(() => {});
    await show(box);
  });
  return el('li', null, el('label', null, tick, name, el('small', null, t(`role.${role}`))));
}
