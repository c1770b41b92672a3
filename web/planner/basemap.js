/** Rasters below the paper map, only those the server has configured; one that fails leaves the paper. */
import { tileLayer } from 'leaflet';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { getJson } from '/shared/api.js';
import { change, state, watch } from './state.js';

const FAILURES_BEFORE_PAPER = 4;

/** /api/basemap: {layers: [{code, kind: 'vector' | 'imagery' | 'terrain', name, attribution, maxZoom, labels}]}; `labels` names a layer to lie over it. */
export async function startBasemap(box, map, ground) {
  const { layers = [] } = await getJson('/api/basemap').catch(() => ({}));
  if (!layers.length) return change({ layer: 'vector' });
  const note = el('p', { class: 'float basemap-note', role: 'status', hidden: true });
  const choices = el('div', { class: 'float segment', role: 'group', 'aria-label': t('basemap.label') });
  put(box, choices, note);
  let rasters = [];
  const paper = (failed) => {
    rasters.forEach((raster) => raster.remove());
    rasters = [];
    ground.setRaster(false);
    note.hidden = !failed;
    put(note, t('basemap.lost'));
  };
  return watch(['layer'], () => {
    put(choices, ['vector', ...layers.map((l) => l.code)].map((code) => el('button', {
      type: 'button', 'aria-pressed': String(state.layer === code), on: { click: () => change({ layer: code }) },
    }, code === 'vector' ? t('basemap.paper') : nameOf(layers.find((l) => l.code === code)))));
    paper(false);
    const chosen = layers.find((l) => l.code === state.layer);
    if (!chosen) return;
    let failures = 0;
    ground.setRaster(true);
    rasters = [chosen.code, chosen.labels].filter(Boolean).map((code) =>
      tileLayer(`/basemap/${code}/{z}/{x}/{y}`, { maxNativeZoom: chosen.maxZoom ?? 17, maxZoom: 18, className: 'veiled' }).addTo(map));
    rasters[0].on('tileerror', () => { if (++failures >= FAILURES_BEFORE_PAPER) { change({ layer: 'vector' }); paper(true); } });
    note.hidden = !chosen.attribution;
    put(note, chosen.attribution);
  });
}

const nameOf = (layer) => layer.name ?? t(`basemap.${layer.kind}`);
