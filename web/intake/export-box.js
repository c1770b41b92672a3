/** Footprints out: what comes out here goes in again unchanged. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

const KINDS = ['gpkg', 'zip', 'geojson', 'kml'];
const SYSTEMS = ['EPSG:4490', 'EPSG:4326', 'EPSG:4545'];
const IN_DEGREES = ['geojson', 'kml'];

export function exportBox({ plan }) {
  const kind = select('kind', KINDS.map((each) => [each, t(`intake.out.${each}`)]));
  const crs = select('crs', SYSTEMS.map((code) => [code, t(`intake.crs.${code.replace(':', '-')}`)]));
  const encoding = select('encoding', [['UTF-8', 'UTF-8'], ['GBK', 'GBK']]);
  const project = select('project', [['', t('intake.out-all')], ...plan.projects.map(({ number, shortName, name }) => [number, `${number} ${shortName ?? name}`])]);
  const link = el('a', { class: 'button', id: 'export' }, t('intake.out-go'));
  const draw = () => {
    const degrees = IN_DEGREES.includes(kind.field.value);
    crs.node.hidden = degrees;
    encoding.node.hidden = kind.field.value !== 'zip';
    const query = new URLSearchParams();
    if (!degrees) query.set('crs', crs.field.value);
    if (!encoding.node.hidden) query.set('encoding', encoding.field.value);
    if (project.field.value) query.set('project', project.field.value);
    link.href = `/api/exports/footprints.${kind.field.value}${query.size ? `?${query}` : ''}`;
  };
  const form = el('form', { class: 'export', on: { change: draw, submit: (event) => event.preventDefault() } }, [kind, crs, encoding, project].map(({ node }) => node), el('p', { class: 'step-go' }, el('span', { class: 'muted' }, t('intake.out-means')), link));
  draw();
  return el('section', { class: 'intake-step' }, el('h2', null, t('intake.out')), form);
}

function select(name, options) {
  const id = `export-${name}`;
  const field = el('select', { class: 'field', id }, options.map(([value, text]) => el('option', { value }, text)));
  return { field, node: el('p', null, el('label', { class: 'label', for: id }, t(`intake.out-${name}`)), field) };
}
