/** What the columns mean, guessed already; beside each what the first features say. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { notice } from './notice.js';
import { step } from './step.js';

const MEANINGS = ['code', 'indicator', 'name', 'quantity', 'unit', 'sensitivity', 'components'];
const NEEDED = ['code', 'indicator', 'name', 'quantity'];
/** Where a row lies on a route in force: in one column, or in two. */
const CHAINAGE = ['route', 'stations', 'from_station', 'to_station'];
/** A layer of townships has no more. */
const OF_TOWNSHIPS = ['code', 'name'];
const FIXED = '=';
const GROUND = '@';

/** compare(mapping) throws a problem. */
export function mappingForm({ reading, mapping, state }, { plan }, compare) {
  const rows = [...CHAINAGE, ...MEANINGS].map((meaning) => row(meaning, reading, mapping, plan));
  const placed = el('select', { class: 'field', id: 'placed', on: { change: hide } }, ['shape', 'chainage'].map((each) => el('option', { value: each }, t(`intake.placed.${each}`))));
  placed.value = mapping.fields.route ? 'chainage' : 'shape';
  const place = el('p', { class: 'subject' }, el('label', { class: 'label', for: 'placed' }, t('intake.placed')), placed);
  const rule = el('p', { class: 'rule' }, t('intake.placed-code'));
  const subject = el('select', { class: 'field', id: 'subject', name: 'subject', on: { change: hide } }, ['footprints', 'townships'].map((each) => el('option', { value: each }, t(`intake.subject.${each}`))));
  subject.value = mapping.subject;
  const said = el('div', { role: 'alert' });
  const done = state === 'mapped';
  const go = el('button', { class: `button ${done ? '' : 'primary'}`, type: 'submit' }, t(done ? 'intake.compare-again' : 'intake.compare'));
  const form = el('form', null, el('p', { class: 'subject' }, el('label', { class: 'label', for: 'subject' }, t('intake.subject')), subject), place, rule,
    el('table', { class: 'table mapping' }, el('thead', null, el('tr', null, ['meaning', 'column', 'sample'].map((head) => el('th', { scope: 'col', class: 'start' }, t(`intake.${head}`))))),
      el('tbody', null, rows.map(({ node }) => node))),
    said, el('p', { class: 'step-go' }, el('span', { class: 'muted' }, t('intake.rest-kept')), go));
  hide();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    put(said, el('p', { class: 'muted', role: 'status' }, t('intake.comparing')));
    try {
      const told = rows.filter(({ node }) => !node.hidden).map(({ meaning, read }) => [meaning, read()]).filter(([, from]) => from);
      await compare({
        subject: subject.value, fields: Object.fromEntries(told.filter(([, from]) => from !== GROUND)),
        quantityFromGround: told.some(([, from]) => from === GROUND), repair: mapping.repair,
      });
    } catch (problem) {
      go.disabled = false;
      put(said, notice(problem));
    }
  });
  return step(t('intake.step-columns'), done && summary(mapping), form);

  function hide() {
    const townships = subject.value === 'townships';
    const chainage = !townships && placed.value === 'chainage';
    place.hidden = townships;
    rule.hidden = !chainage;
    rows.forEach(({ meaning, node }) => { node.hidden = townships ? !OF_TOWNSHIPS.includes(meaning) : CHAINAGE.includes(meaning) && !chainage; });
    rows.forEach(({ meaning, needed }) => { if (needed) needed.hidden = chainage && meaning !== 'indicator'; });
  }
}

const summary = ({ subject, fields, quantityFromGround }) => (subject === 'townships' ? OF_TOWNSHIPS : fields.route ? [...CHAINAGE.filter((each) => fields[each]), 'indicator'] : NEEDED)
  .map((meaning) => fields[meaning]?.field ?? fields[meaning]?.value ?? (meaning === 'quantity' && quantityFromGround ? t('intake.from-ground') : t('intake.no-column'))).join(' · ');

function row(meaning, reading, mapping, plan) {
  const from = mapping.fields[meaning];
  const id = `map-${meaning}`;
  const select = el('select', { class: 'field compact', id, name: meaning },
    el('option', { value: '' }, t('intake.no-column')),
    reading.fields.map((field) => el('option', { value: `.${field}` }, field)),
    meaning === 'quantity' && el('option', { value: GROUND }, t('intake.from-ground')),
    !['code', 'components', 'stations', 'from_station', 'to_station'].includes(meaning) && el('option', { value: FIXED }, t('intake.fixed')));
  select.value = meaning === 'quantity' && mapping.quantityFromGround ? GROUND : from?.field ? `.${from.field}` : from?.value ? FIXED : '';
  const fixed = meaning === 'indicator' ? indicators(plan) : el('input', { class: 'field compact' });
  fixed.setAttribute('aria-label', t('intake.fixed-of', { meaning: t(`intake.meaning.${meaning}`) }));
  fixed.value = from?.value ?? fixed.value;
  const sample = el('span', { class: 'muted' });
  const draw = () => {
    fixed.hidden = select.value !== FIXED;
    const field = select.value.startsWith('.') ? select.value.slice(1) : null;
    put(sample, field ? samples(reading.samples, field) : '');
    sample.title = sample.textContent;
  };
  select.addEventListener('change', draw);
  draw();
  const needed = NEEDED.includes(meaning) && el('span', { class: 'needed', title: t('intake.needed') }, ' *');
  const node = el('tr', null, el('td', { class: 'start' }, el('label', { for: id }, t(`intake.meaning.${meaning}`), needed)),
    el('td', { class: 'start' }, select, fixed), el('td', { class: 'start' }, sample));
  const read = () => {
    if (select.value === GROUND) return GROUND;
    if (select.value === FIXED) return fixed.value ? { value: fixed.value } : null;
    return select.value ? { field: select.value.slice(1) } : null;
  };
  return { meaning, node, needed, read };
}

const samples = (all, field) => [...new Set(all.map((each) => each[field]).filter((value) => value !== null && value !== undefined && value !== ''))].slice(0, 3).join(' · ') || t('intake.blank');

function indicators(plan) {
  const mapped = plan.projects.flatMap((project) => project.tracks.flatMap((track) => track.indicators)).filter((i) => i.geometry && i.geometry !== 'none');
  return el('select', { class: 'field compact' }, mapped.map((i) => el('option', { value: i.code }, `${i.code} ${i.name} (${i.unit})`)));
}
