/** Starts the app: words, what the phone holds, the views, then the line. Everything here works without a network. */
import { loadWords, t, translate } from '/shared/i18n.js';
import { change, state, watch } from './state.js';
import { readValue } from './db.js';
import { listen, readItems } from './outbox.js';
import { pairFromAddress } from './session.js';
import { startShell } from './shell.js';
import { startTheme } from './theme.js';
import { loadPacks } from './packs.js';
import { startHead } from './head.js';
import { startNotices } from './notices.js';
import { startTabs } from './tabs.js';
import { startMap } from './map.js';
import { startHome } from './home.js';
import { startMarking } from './mark.js';
import { startPages } from './pages.js';
import { startSending } from './schedule.js';
import { startStates } from './states.js';
import { startPosition } from './position.js';
import { checkStorage } from './storage.js';
import { findDraft } from './draft.js';
import { startWorking } from './working.js';

await loadWords();
translate();
document.title = `${t('field.short')} · ${t('app.name')}`;
startTheme();
startShell();
await pairFromAddress();
await readPhone();
startHead();
startNotices();
startTabs();
startMap();
startHome();
startMarking();
startPages();
listen(({ kind, ...progress }) => {
  if (kind === 'progress') change({ progress: progress.report ? progress : null });
  else readPhone();
});
watch(['device'], ({ device }) => { if (device) { startPosition(); startSending(); startStates(); startWorking(); checkStorage(); } });
change({ draft: await findDraft() });

async function readPhone() {
  const [device, trouble, items] = await Promise.all([readValue('device'), readValue('trouble'), readItems()]);
  if (device?.token === state.device?.token) change({ trouble, items });
  else change({ device, trouble, items, ...(await loadPacks()) });
}
