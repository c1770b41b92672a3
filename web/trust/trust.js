/** How a phone comes to trust the server's own certificate authority; nobody is signed in here. */
import { language, loadWords, setLanguage, t, translate } from '/shared/i18n.js';

await loadWords();
translate();
document.title = `${t('trust.title')} · ${t('app.name')}`;
const other = language() === 'zh' ? 'en' : 'zh';
const choice = document.getElementById('language');
choice.textContent = other === 'en' ? 'English' : '中文';
choice.lang = other === 'en' ? 'en' : 'zh-CN';
choice.addEventListener('click', () => setLanguage(other));

const answer = await fetch('/field/trust/authority').catch(() => null);
if (answer?.ok) {
  const { fingerprint } = await answer.json();
  document.getElementById('fingerprint').textContent = fingerprint;
} else {
  document.getElementById('steps').hidden = true;
  document.getElementById('missing').hidden = false;
}
