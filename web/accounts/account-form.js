/** The dialog that makes or changes an account. Scope follows the role: a unit has projects, a crew has townships. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { showFaults } from '/shared/faults.js';
import { dialog } from '/shared/dialog.js';
import { scopePicker } from '/accounts/scope-picker.js';

const ROLES = ['unit', 'reviewer', 'crew', 'inspector', 'planner', 'administrator'];

/** `save` gets the body for the server and may throw a problem; the dialog closes when it did not. */
export function openAccountForm(account, names, save) {
  const projects = scopePicker('scope.projects', t('accounts.projects'),
    names.projects.map((p) => ({ value: p.number, text: `${p.number} ${p.name}` })), account?.scope?.projects);
  const townships = scopePicker('scope.townships', t('accounts.townships'),
    names.townships.map((place) => ({ value: place.code, text: place.name })), account?.scope?.townships);
  const role = el('select', { class: 'field', name: 'role', id: 'role' },
    ROLES.map((code) => el('option', { value: code, selected: code === (account?.role ?? 'unit') }, t(`role.${code}`))));
  const about = el('p', { class: 'rule' });
  const explain = () => put(about, t(`accounts.role-${role.value}`));
  role.addEventListener('change', explain);
  explain();
  const form = el('form', { class: 'account-form', novalidate: true },
    field('userName', 'accounts.user-name', account?.userName, { disabled: Boolean(account), autocapitalize: 'none', spellcheck: 'false' }),
    !account && el('p', { class: 'rule' }, t('accounts.user-name-rule')),
    field('displayName', 'accounts.display-name', account?.displayName),
    el('p', null, el('label', { class: 'label', for: 'role' }, t('accounts.role')), role), about,
    unitField(account, names),
    projects.node, townships.node,
    el('p', { class: 'notice bad', hidden: true, role: 'alert' }),
    el('button', { class: 'button primary' }, t(account ? 'accounts.save' : 'accounts.create-now')));
  const box = dialog(t(account ? 'accounts.edit-title' : 'accounts.create', { name: account?.displayName }), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form, box, () => save(body(form, account, projects, townships)));
  });
}

async function send(form, box, save) {
  const button = form.querySelector('.button.primary');
  const notice = form.querySelector('.notice');
  button.disabled = true;
  notice.hidden = true;
  try {
    await save();
    box.close();
  } catch (problem) {
    button.disabled = false;
    const left = showFaults(form, problem.faults ?? []);
    if (problem.faults?.length && !left.length) return;
    notice.hidden = false;
    put(notice, left.map((fault) => fault.detail).join(' ') || (problem.status ? problem.message : t('state.offline')));
  }
}

/** Nothing chosen is sent as an empty list, so that the server can say that this role needs a choice. */
function body(form, account, projects, townships) {
  const { userName, displayName, role, unitCode } = form.elements;
  const wanted = {
    displayName: displayName.value.trim(), role: role.value, unitCode: unitCode.value,
    scope: { projects: projects.chosen(), townships: townships.chosen() },
  };
  return account ? wanted : { userName: userName.value.trim(), ...wanted };
}

function field(name, label, value, props = {}) {
  return el('p', null, el('label', { class: 'label', for: name }, t(label)),
    el('input', { class: 'field', id: name, name, value: value ?? '', autocomplete: 'off', ...props }));
}

function unitField(account, names) {
  return el('p', null, el('label', { class: 'label', for: 'unitCode' }, t('accounts.unit')),
    el('select', { class: 'field', id: 'unitCode', name: 'unitCode' },
      el('option', { value: '' }, t('accounts.no-unit')),
      names.units.map((unit) => el('option', { value: unit.code, selected: unit.code === account?.unitCode }, unit.name))));
}
