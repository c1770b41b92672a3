/** Runs before the rest of the page is there: what the first picture needs is asked for all at once. */
import { askAhead, getMe } from '/shared/api.js';
import { loadWords } from '/shared/i18n.js';

getMe().catch(() => {}); // these are heard by main.js
loadWords().catch(() => {});
const asOf = new URLSearchParams(location.search).get('day');
askAhead('/api/base');
for (const path of ['/api/plan', '/api/progress', '/tiles/footprints.json']) askAhead(path, { asOf });
