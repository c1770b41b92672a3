/** Starts the planner's page: words, caller, numbers, then the map, and what stands around it while its tiles are under way. */
import { getMe } from '/shared/api.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { failed } from '/shared/state.js';
import { breath, pause } from '/shared/dom.js';
import { topBar } from '/shared/top-bar.js';
import { lightPatterns } from '/shared/light.js';
import { change, watch } from './state.js';
import { keepPermalink, noteView, readPermalink } from './permalink.js';
import { keepReading, readDay } from './load.js';
import { startBanner } from './banner.js';
import { startList } from './list.js';
import { startMap } from './map.js';
import { startMilestones } from './milestones.js';
import { startPanel } from './panel.js';
import { startPanes } from './panes.js';
import { startPhotoStrip } from './photo-strip.js';
import { startTable } from './table-view.js';
import { startTimeBar } from './time-bar.js';
import { startKeys } from './keys.js';
import { dress, startMeeting } from './meeting.js';

/** Numbers that come so soon are drawn at once; those that take longer find the page grey. */
const SOON_MS = 150;
const at = (id) => document.getElementById(id);

const asked = getMe();
asked.catch(() => {}); // heard below
await loadWords();
document.title = t('app.title');
translate();
document.body.prepend(lightPatterns());
const { view, chosen } = readPermalink();
const me = await asked.catch((problem) => {
  at('banner').append(failed(problem, () => location.reload()));
  throw problem;
});
change({ me, ...chosen });
dress();
const first = readDay();
await Promise.race([first, pause(SOON_MS)]);

const bar = topBar(at('top'), me, 'overview');
watch(['knownAt'], ({ knownAt }) => { if (knownAt) bar.setKnownAt(knownAt); });
startBanner(at('banner'));
startPanes(at('panes'));
startMilestones(at('milestones'));
startTimeBar(at('time'));
const map = startMap(at('map'), at('over-map'), view, noteView); // which has its size now
await breath();
startList(at('list'));
startPanel(at('panel'));
startPhotoStrip(at('strip'));
startTable(at('table-view'));
keepPermalink(map.show);
startKeys(map, startMeeting(at('meeting'), at('notes'), map));
await keepReading(first);
