/** Chooses what goes out, of what, as of when and as what file; the server sends what the caller may see. */
import { getFile } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { save } from '/shared/save-file.js';
import { picker } from './picker.js';

const LAYERS = ['footprints', 'townships', 'progress', 'completed', 'figures'];
const KINDS = ['gpkg', 'zip', 'geojson', 'kml', 'xlsx', 'oc4ids.json'];
const SYSTEMS = ['EPSG:4490', 'EPSG:4326', 'EPSG:4545'];
const IN_DEGREES = ['geojson', 'kml', 'oc4ids.json'];

/** base: of /api/base; its townships, as the plan's projects, are cut to the caller's scope here, for reading only. */
export function exportForm({ me, plan, base }) {
  const layers = LAYERS.map((name) => box(name, name === 'footprints'));
  const kind = select('kind', KINDS.map((each) => [each, t(`exports.kind.${each}`)]));
  const crs = select('crs', SYSTEMS.map((code) => [code, t(`intake.crs.${code.replace(':', '-')}`)]));
  const encoding = select('encoding', [['UTF-8', 'UTF-8'], ['GBK', 'GBK']]);
  const projects = picker('project', t('exports.projects'), plan.projects.filter(({ number }) => covers(me.scope.projects, number))
    .map(({ number, shortName, name }) => [number, `${number} ${shortName ?? name}`]));
  const townships = picker('township', t('exports.townships'), base.townships.features.map(({ properties }) => properties)
    .filter(({ code }) => covers(me.scope.townships, code)).map(({ code, name }) => [code, name]));
  const day = el('input', { class: 'field', id: 'export-day', type: 'date', max: me.today });
  const says = el('p', { class: 'export-says', role: 'status' });
  const go = el('button', { class: 'button primary', id: 'export', type: 'submit' }, t('exports.go'));
  let running = null;

  const form = el('form', { class: 'export', on: { change: draw, submit: send } },
    el('fieldset', { class: 'export-layers' }, el('legend', { class: 'label' }, t('exports.layers')), layers.map(({ node }) => node)),
    el('div', { class: 'export-of' }, projects.node, townships.node,
      el('p', null, el('label', { class: 'label', for: 'export-day' }, t('exports.day')), day, el('small', null, t('exports.day-why')))),
    el('div', { class: 'export-as' }, kind.node, crs.node, encoding.node),
    el('p', { class: 'export-go' }, says, go));
  draw();
  return form;

  function draw() {
    const oc4ids = kind.field.value === 'oc4ids.json';
    const degrees = IN_DEGREES.includes(kind.field.value);
    layers.forEach(({ field }) => { field.disabled = oc4ids; });
    crs.field.disabled = degrees;
    encoding.node.hidden = kind.field.value !== 'zip';
    put(says, t(oc4ids ? 'exports.oc4ids' : degrees ? 'exports.degrees' : 'exports.again'));
    go.disabled = !running && !oc4ids && !layers.some(({ field }) => field.checked);
  }

  function address() {
    const query = new URLSearchParams();
    if (kind.field.value !== 'oc4ids.json') query.set('layers', layers.filter(({ field }) => field.checked).map(({ field }) => field.value).join(','));
    if (!crs.field.disabled) query.set('crs', crs.field.value);
    if (!encoding.node.hidden) query.set('encoding', encoding.field.value);
    if (projects.chosen().length) query.set('project', projects.chosen().join(','));
    if (townships.chosen().length) query.set('township', townships.chosen().join(','));
    if (day.value && day.value !== me.today) query.set('asOf', day.value);
    return `/api/exports/data.${kind.field.value}?${query}`;
  }

  /** A second press gives it up. */
  async function send(event) {
    event.preventDefault();
    if (running) return running.abort();
    running = new AbortController();
    put(go, t('exports.stop'));
    put(says, t('exports.writing'));
    try {
      const file = await getFile(address(), running.signal);
      save(file);
      put(says, t('exports.done', { name: file.name, size: size(file.blob.size) }));
    } catch (problem) {
      if (problem.name === 'AbortError') put(says, t('exports.stopped'));
      else put(says, el('span', { class: 'fault', role: 'alert' }, words(problem)));
    }
    running = null;
    put(go, t('exports.go'));
    return null;
  }
}

const covers = (scope, value) => !scope || scope.includes(value);
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
const words = (problem) => (problem.status === 0 ? t('state.offline') : problem.faults?.map(({ detail }) => detail).join(' ') || problem.message);

function box(name, checked) {
  const field = el('input', { type: 'checkbox', value: name, checked });
  return { field, node: el('label', { class: 'export-layer' }, field, el('span', null, el('b', null, t(`exports.layer.${name}`)), el('small', null, t(`exports.layer.${name}-why`)))) };
}

function select(name, options) {
  const id = `export-${name}`;
  const field = el('select', { class: 'field', id }, options.map(([value, text]) => el('option', { value }, text)));
  return { field, node: el('p', null, el('label', { class: 'label', for: id }, t(`exports.${name}`)), field) };
}
