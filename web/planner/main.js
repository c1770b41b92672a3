/** Starts the planner's page: words, caller, frame, then the numbers. */
import { getMe } from '/shared/api.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { failed } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { lightPatterns } from '/shared/light.js';
import { change, watch } from './state.js';
import { keepPermalink, noteView, readPermalink } from './permalink.js';
import { startReading } from './load.js';
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
import { startMeeting } from './meeting.js';

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

const bar = topBar(at('top'), me, 'overview');
watch(['knownAt'], ({ knownAt }) => { if (knownAt) bar.setKnownAt(knownAt); });
startBanner(at('banner'));
startList(at('list'));
startPanel(at('panel'));
startPanes(at('panes'));
startMilestones(at('milestones'));
startTimeBar(at('time'));
startPhotoStrip(at('strip'));
startTable(at('table-view'));
const map = startMap(at('map'), at('over-map'), view, noteView);
keepPermalink(map.show);
startKeys(map, startMeeting(at('meeting'), at('notes'), map));
await startReading();
