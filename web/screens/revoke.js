/** Asks before a screen is switched off. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { dialog } from '/shared/dialog.js';

export function confirmRevoke(screen, revoke) {
  const notice = el('p', { class: 'notice bad', hidden: true, role: 'alert' });
  const button = el('button', { class: 'button primary', type: 'button', on: { click: async () => {
    button.disabled = true;
    try {
      await revoke();
      box.close();
    } catch (problem) {
      button.disabled = false;
      notice.hidden = false;
      notice.textContent = problem.status ? problem.message : t('state.offline');
    }
  } } }, t('screens.revoke'));
  const box = dialog(t('screens.revoke-title', { name: screen.name }), el('p', null, t('screens.revoke-why')), notice, button);
}
