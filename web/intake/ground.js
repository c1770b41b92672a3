/** Ground data: without an open import the drop zone and the history; with one its steps, and the map beside them. */
import { deleteJson, getJson, putJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { empty, failed, loading } from '/shared/state.js';
import { dropZone } from './drop-zone.js';
import { exportForm } from '/exports/export-form.js';
import { history as importHistory } from './history.js';
import { fileHead } from './file-head.js';
import { readingForm } from './reading-form.js';
import { mappingForm } from './mapping-form.js';
import { diff } from './diff.js';
import { previewMap } from './preview-map.js';

const ROOT = '/api/intake/imports';
const steps = document.getElementById('steps');
let shared;
let map;

/** Whether there is a plan that ground data count for; without one nothing begins. */
export async function startGround(me, toPlan) {
  try {
    const [plan, base] = await Promise.all([getJson('/api/plan'), getJson('/api/base')]);
    shared = { me, plan, base, root: ROOT };
    map = base.district ? previewMap(base, (number) => steps.querySelector(`[data-number="${number}"]`)?.focus()) : null;
    addEventListener('popstate', load);
    await load();
  } catch (problem) {
    const noPlan = problem.status === 404;
    put(steps, noPlan ? empty(t('intake.no-plan'), t('intake.no-plan-why'), { text: t('intake.no-plan-go'), click: toPlan }) : failed(problem, () => startGround(me, toPlan)));
    steps.setAttribute('aria-busy', 'false');
    return !noPlan;
  }
  return true;
}

const opened = () => new URLSearchParams(location.search).get('import');

/** null closes the one that is open. */
function open(number) {
  history.pushState(null, '', number ? `/intake?import=${number}` : '/intake');
  return load();
}

async function load() {
  steps.setAttribute('aria-busy', 'true');
  put(steps, loading(6));
  map?.clear();
  try {
    if (opened()) draw(await getJson(`${ROOT}/${opened()}`));
    else drawStart(await getJson(ROOT));
  } catch (problem) {
    if (problem.status === 404 && opened()) return open(null);
    put(steps, failed(problem, load));
  }
  steps.setAttribute('aria-busy', 'false');
  return null;
}

function drawStart({ imports }) {
  put(steps, dropZone(ROOT, (received) => open(received.number)), importHistory(imports, shared, { open, reload: load }), exportStep());
}

/** The same form as on /exports. */
function exportStep() {
  return el('section', { class: 'intake-step' }, el('h2', null, t('exports.title')), exportForm(shared));
}

function draw(current) {
  const closed = ['accepted', 'undone'].includes(current.state);
  const again = (path, body) => putJson(`${ROOT}/${current.number}/${path}`, body).then(draw);
  put(steps, fileHead(current, shared, { back: () => open(null), discard: closed ? null : () => discard(current) }),
    closed
      ? importHistory([current], shared, { reload: load })
      : [readingForm(current, (choice) => again('reading', choice)),
        current.reading && mappingForm(current, shared, (mapping) => again('mapping', mapping)),
        current.state === 'mapped' && diff(current, shared, map, { accept: (chosen) => again('acceptance', chosen), repair: (mapping) => again('mapping', mapping) })]);
  map?.clear();
  if (current.state === 'mapped') map?.show(`${ROOT}/${current.number}/map`);
  else if (!closed && current.reading) map?.frame(current.reading.box);
  (steps.querySelector('.intake-step.now h2') ?? steps).focus?.({ preventScroll: false });
}

async function discard(current) {
  try {
    await deleteJson(`${ROOT}/${current.number}`);
    await open(null);
  } catch (problem) {
    steps.prepend(el('p', { class: 'notice bad', role: 'alert' }, problem.status ? problem.message : t('state.offline')));
  }
}
