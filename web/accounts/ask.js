/** Asks before what cannot be taken back quietly: says what will happen, then does it once. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { dialog } from '/shared/dialog.js';

/** what: 'disable', 'enable' or 'reset'. */
export function ask(what, account, act) {
  const notice = el('p', { class: 'notice bad', role: 'alert', hidden: true });
  const go = el('button', { class: `button ${what === 'enable' ? 'primary' : 'bad'}`, type: 'button' }, t(`accounts.${what}`));
  const box = dialog(t(`accounts.${what}-of`, { name: account.displayName }),
    el('p', null, t(`accounts.${what}-why`, { name: account.displayName })), notice,
    el('p', { class: 'acts' },
      el('button', { class: 'button', type: 'button', on: { click: () => box.close() } }, t('accounts.cancel')), go));
  go.addEventListener('click', async () => {
    go.disabled = true;
    try {
      await act();
      box.close();
    } catch (problem) {
      go.disabled = false;
      notice.hidden = false;
      put(notice, problem.status ? problem.message : t('state.offline'));
    }
  });
}
