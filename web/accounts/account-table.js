/** The accounts as a table; on a phone each row becomes a card (by CSS: the cells carry their headings). */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { empty } from '/shared/state.js';

export function accountTable(accounts, context) {
  if (!accounts.length) return empty(t('accounts.none'), t('accounts.none-why'), { text: t('accounts.clear'), click: context.clear });
  const heads = ['user', 'role', 'projects', 'townships', 'state', 'actions'];
  return el('table', { class: 'table account-table' },
    el('thead', null, el('tr', null, heads.map((head) => el('th', { scope: 'col', class: 'start' }, t(`accounts.${head}`))))),
    el('tbody', null, accounts.map((account) => row(account, context))));
}

function row(account, { me, names, edit, disable, reset, pair }) {
  const own = account.userName === me.userName;
  const cell = (head, ...children) => el('td', { class: 'start wrap', data: { head: t(`accounts.${head}`) } }, ...children);
  const act = (key, listen, off) => el('button', {
    class: 'text-button', type: 'button', disabled: Boolean(off), data: { act: key }, 'aria-label': t(`accounts.${key}-of`, { name: account.displayName }),
    title: off && !account.disabled ? t('accounts.own') : null, on: { click: () => listen(account) },
  }, t(`accounts.${key}`));
  return el('tr', { class: account.disabled ? 'off' : null, data: { account: account.userName } },
    cell('user', el('b', null, account.displayName), el('span', { class: 'muted' }, account.userName),
      account.demo && el('span', { class: 'demo' }, t('accounts.demo'))),
    cell('role', el('span', null, t(`role.${account.role}`)), el('span', { class: 'muted' }, unitName(account, names))),
    cell('projects', el('span', null, projects(account.scope?.projects, names))),
    cell('townships', el('span', null, townships(account.scope?.townships, names))),
    cell('state', state(account)),
    cell('actions', el('span', { class: 'acts' },
      act('edit', edit), act('pair', pair, account.disabled), act('reset', reset, own), act(account.disabled ? 'enable' : 'disable', disable, own))));
}

function state(account) {
  if (account.disabled) return el('b', null, t('accounts.disabled'));
  return el('span', null, t(account.mustChange ? 'accounts.must-change' : 'accounts.works'));
}

function unitName(account, names) {
  return names.units.find((unit) => unit.code === account.unitCode)?.name ?? account.unitCode ?? '';
}

function projects(numbers, names) {
  if (!numbers) return t('accounts.all');
  return brief(numbers.map((n) => `${n} ${names.projects.find((p) => p.number === n)?.name ?? ''}`.trim()));
}

function townships(codes, names) {
  if (!codes) return t('accounts.all');
  return brief(codes.map((code) => names.townships.find((place) => place.code === code)?.name ?? code));
}

function brief(list) {
  if (list.length <= 4) return list.join('、');
  return el('span', { title: list.join('、') }, t('accounts.and-more', { first: list.slice(0, 3).join('、'), count: list.length }));
}
