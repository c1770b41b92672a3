/** Which project colours the map, and which footprints are drawn. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { LIGHTS, lightWord } from '/shared/light.js';
import { change, state, watch } from './state.js';
import { chooseProject } from './choose.js';
import { planProject } from './lookup.js';
import { leadUnits } from './filters.js';

export function startLayers(box) {
  const label = el('span');
  const button = el('button', { class: 'float tool', type: 'button', id: 'layers', 'aria-expanded': 'false', 'aria-controls': 'layers-menu', on: { click: () => show(form.hidden) } },
    icon('layers', 15), label);
  const form = el('div', { class: 'float layers-menu', id: 'layers-menu', hidden: true });
  put(box, button, form);
  const show = (open) => {
    form.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || form.hidden) return;
    show(false);
    button.focus();
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', (event) => { if (!box.contains(event.target)) show(false); });
  watch(['plan', 'project'], () => put(label, title()));
  watch(['plan', 'project', 'works', 'worksLight', 'worksUnit', 'worksTownship'], () => put(form, ...fields()));
}

function title() {
  const chosen = planProject(state.project);
  return chosen ? `${chosen.number} ${chosen.shortName}` : t('layers.all', { count: state.plan?.projects.length ?? '' });
}

function fields() {
  const projects = (state.plan?.projects ?? []).map((p) => [p.number, `${p.number} ${p.shortName}`]);
  return [
    choice('layers.project', [['', t('layers.all', { count: projects.length })], ...projects], state.project ?? '', (value) => chooseProject(Number(value) || null)),
    tick('layers.works', state.works || Boolean(state.project), Boolean(state.project), (on) => change({ works: on })),
    choice('layers.light', [['', t('layers.every')], ...LIGHTS.slice(0, 7).map((code) => [code, lightWord(code)])], state.worksLight ?? '',
      (value) => change({ worksLight: value || null, works: true })),
    choice('layers.unit', [['', t('layers.every')], ...leadUnits().map((u) => [u.code, u.name])], state.worksUnit ?? '',
      (value) => change({ worksUnit: value || null, works: true })),
    tick('layers.township', state.worksTownship, false, (on) => change({ worksTownship: on, works: true })),
  ];
}

function choice(key, options, value, act) {
  const select = el('select', { class: 'field compact', on: { change: () => act(select.value) } },
    options.map(([code, text]) => el('option', { value: code, selected: String(code) === String(value) }, text)));
  return el('label', null, el('span', { class: 'label' }, t(key)), select);
}

function tick(key, checked, disabled, act) {
  const input = el('input', { type: 'checkbox', checked, disabled, on: { change: () => act(input.checked) } });
  return el('label', { class: 'tick' }, input, t(key));
}
