/** The sign-in page. `?change` (the server sends whoever has a one-time password there) shows the other form. */
import { language, loadWords, setLanguage, t, translate } from '/shared/i18n.js';
import { el, put } from '/shared/dom.js';
import { mark } from '/shared/icons.js';
import { listDemoAccounts } from '/sign-in/demo-accounts.js';
import { changePassword } from '/sign-in/change-password.js';

const form = document.getElementById('sign-in');
const token = form.elements._csrf;
const notice = document.getElementById('notice');
const query = new URLSearchParams(location.search);

await loadWords();
translate();
put(document.getElementById('brand'), mark(), el('span', null, t('app.name')));
offerLanguage();
if (query.has('change')) changePassword(document.getElementById('change'), tell);
else signIn();

function signIn() {
  setTitle('sign-in.title');
  const error = query.get('error');
  if (error) tell(t(`sign-in.${['throttled', 'expired'].includes(error) ? error : 'wrong'}`), error !== 'expired');
  form.elements.next.value = query.get('next') ?? '/';
  document.getElementById('show').addEventListener('change', (event) => {
    form.elements.password.type = event.target.checked ? 'text' : 'password';
  });
  const gate = readGate();
  form.addEventListener('submit', (event) => send(event, gate));
  document.getElementById('submit').disabled = false;
}

/** The token that the form must carry, and the demo accounts where the server tells of any. */
async function readGate() {
  try {
    const answer = await fetch('/api/csrf', { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const gate = await answer.json();
    token.name = gate.parameter;
    token.value = gate.token;
    listDemoAccounts(document.getElementById('demo'), form, gate.demo);
  } catch {
    tell(t('sign-in.unreachable'), true);
  }
}

/** One post per press, and none before the token is there: a password manager is faster than the network. The page comes with a disabled button. */
async function send(event, gate) {
  event.preventDefault();
  const button = document.getElementById('submit');
  if (button.disabled) return;
  button.disabled = true;
  put(button, t('sign-in.wait'));
  await gate;
  if (token.value) HTMLFormElement.prototype.submit.call(form); // the button's id hides form.submit
  else {
    button.disabled = false;
    put(button, t('sign-in.submit'));
  }
}

function setTitle(key) {
  document.title = `${t(key)} · ${t('app.name')}`;
  put(document.getElementById('title'), t(key));
}

function tell(text, bad) {
  notice.hidden = false;
  notice.classList.toggle('bad', bad);
  put(notice, text);
}

function offerLanguage() {
  const other = language() === 'zh' ? 'en' : 'zh';
  const button = document.getElementById('language');
  button.lang = other;
  put(button, other === 'en' ? 'English' : '中文');
  button.addEventListener('click', () => setLanguage(other));
}

// Back by the browser's arrow shows the page as it was left: with its button disabled and an old token.
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
