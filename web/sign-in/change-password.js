/** Setting an own password: forced after a one-time password, open to everybody else. */
import { getMe, postJson } from '/shared/api.js';
import { put } from '/shared/dom.js';
import { showFaults } from '/shared/faults.js';
import { t } from '/shared/i18n.js';

/** As the server asks. */
const SHORTEST = 10;

export async function changePassword(form, tell) {
  document.getElementById('sign-in').hidden = true;
  form.hidden = false;
  document.title = `${t('password.title')} · ${t('app.name')}`;
  put(document.getElementById('title'), t('password.title'));
  put(document.getElementById('rule'), t('password.rule', { least: SHORTEST }));
  form.elements.current.focus();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form, tell);
  });
  const me = await getMe();
  form.elements.userName.value = me.userName;
  if (me.mustChange) tell(t('password.why'), false);
}

async function submit(form, tell) {
  const { current, password, again } = form.elements;
  const faults = localFaults(current.value, password.value, again.value);
  showFaults(form, faults);
  if (faults.length) return;
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await postJson('/api/me/password', { current: current.value, password: password.value });
    location.assign('/');
  } catch (problem) {
    button.disabled = false;
    const left = showFaults(form, problem.faults ?? []);
    if (left.length || !problem.faults?.length) tell(problem.status ? problem.message : t('sign-in.unreachable'), true);
  }
}

/** What needs no server to see. */
function localFaults(current, password, again) {
  const faults = [];
  const add = (field, key, args) => faults.push({ pointer: `/${field}`, detail: t(`password.${key}`, args) });
  if (!current) add('current', 'needed');
  const length = [...password].length;
  if (length < SHORTEST) add('password', 'short', { length, least: SHORTEST });
  else if (password === current) add('password', 'same');
  if (password !== again) add('again', 'differs');
  return faults;
}
