/** A screen that nobody has taken in yet shows a code and waits. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

let open = null;

/** The node to show the first time; null where it is shown already. */
export function showPairing(stage, screen, link) {
  if (open) return null;
  const code = el('b', { class: 'pairing-code' }, '······');
  open = { code };
  begin(code, link);
  return el('div', { class: 'pairing' },
    el('h2', null, t(screen.revoked ? 'board.pair.revoked' : 'board.pair.title')),
    code,
    el('p', null, t('board.pair.how', { address: location.host })));
}

async function begin(code, link) {
  try {
    const answer = await fetch('/board/pairings', { method: 'POST' });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const pairing = await answer.json();
    code.textContent = pairing.code.replace(/^(...)/, '$1 ');
    await claim(pairing, link);
  } catch {
    code.textContent = t('board.pair.waiting');
    setTimeout(() => begin(code, link), 5000);
  }
}

async function claim(pairing, link) {
  for (;;) {
    await new Promise((go) => { setTimeout(go, 2000); });
    const answer = await fetch('/board/pairings/claim', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ secret: pairing.secret }),
    }).catch(() => null);
    if (answer?.status === 200) {
      open = null;
      link.ask();
      return;
    }
    if (answer && answer.status !== 202) throw new Error(`${answer.status}`); // past its time: a new code
  }
}
