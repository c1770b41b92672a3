/** Which layer, encoding and reference system. What the file says is chosen already; what it does not say is asked. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { notice } from './notice.js';
import { step } from './step.js';

const SYSTEMS = ['EPSG:4490', 'EPSG:4326', 'EPSG:4545', 'EPSG:4524', 'EPSG:3857', 'GCJ02', 'BD09'];

/** read({layer, encoding, crs}) throws a problem. */
export function readingForm({ found, reading }, read) {
  let layer = reading?.layer ?? 0;
  const options = el('div', { class: 'reading-options' });
  const said = el('div', { role: 'alert' });
  const go = el('button', { class: `button ${reading ? '' : 'primary'}`, type: 'submit' }, t(reading ? 'intake.read-again' : 'intake.read'));
  const form = el('form', null,
    el('ul', { class: 'layers' }, found.layers.map((each, i) => el('li', null, el('label', null,
      el('input', { type: 'radio', name: 'layer', value: i, checked: i === layer, on: { change: () => { layer = i; drawOptions(); } } }),
      el('span', null, el('b', null, each.name), el('span', { class: 'muted' }, [` ${t(`intake.format.${each.format}`)}`, each.features < 0 ? null : t('intake.features', { count: number(each.features, 0) }), each.source === each.name ? null : each.source].filter(Boolean).join(' · '))))))),
    options, said, el('p', { class: 'step-go' }, go));
  drawOptions();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    put(said, el('p', { class: 'muted', role: 'status' }, t('intake.reading')));
    try {
      await read({ layer, encoding: form.elements.encoding?.value || null, crs: form.elements.crs.value });
    } catch (problem) {
      go.disabled = false;
      put(said, notice(problem));
    }
  });
  return step(t('intake.step-layer'), reading && summary(reading, found.layers[reading.layer]), form);

  function drawOptions() {
    const { encoding, crs, geometry } = found.layers[layer];
    const shapes = geometry !== 'None';
    const same = reading?.layer === layer;
    const systems = shapes ? [crs?.usable && option('file', t('intake.crs-of-file', { name: crs.code ? `${crs.name} (${crs.code})` : crs.name })), !crs?.usable && option('', t('intake.crs-choose')),
      SYSTEMS.map((code) => option(code, t(`intake.crs.${code.replace(':', '-')}`)))] : option('file', t('intake.crs-no-shapes'));
    const select = el('select', { class: 'field', id: 'crs', name: 'crs', required: true }, systems);
    select.value = same ? reading.crs : crs?.usable || !shapes ? 'file' : '';
    const text = encoding && el('select', { class: 'field', id: 'encoding', name: 'encoding' }, ['UTF-8', 'GB18030'].map((code) => option(code, code === 'GB18030' ? 'GB18030 / GBK' : code)));
    if (text) text.value = (same && reading.encoding) || encoding;
    put(options, el('p', null, el('label', { class: 'label', for: 'crs' }, t('intake.crs-label')), select),
      text && el('p', null, el('label', { class: 'label', for: 'encoding' }, t('intake.encoding-label')), text),
      crs && !crs.usable && el('p', { class: 'notice' }, t('intake.crs-other-datum', { name: crs.name })),
      !crs && el('p', { class: 'rule' }, t(shapes ? 'intake.crs-none' : 'intake.crs-not-needed')));
  }
}

const option = (value, text) => el('option', { value }, text);

const summary = ({ features, withoutShape, crs }, layer) => t(withoutShape && layer.geometry !== 'None' ? 'intake.read-some' : 'intake.read-all', {
  layer: layer.name, features: number(features, 0), without: number(withoutShape, 0), crs: crs !== 'file' ? crs : layer.crs ? layer.crs.code ?? layer.crs.name : t('intake.crs-no-shapes'),
});
