/** The scenes of a screen in their order, each with its seconds; adds, moves, removes. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';

const KINDS = ['district', 'wall', 'project', 'township', 'countdown', 'recent', 'leaders'];

/** Returns {node, scenes()}. */
export function playlistEditor(start, names) {
  let scenes = start.map((scene) => ({ ...scene }));
  const list = el('ol', { class: 'playlist' });
  const draw = () => put(list, scenes.map((scene, i) => row(scene, i)));
  const change = (next) => {
    scenes = next;
    draw();
  };

  function row(scene, i) {
    const swap = (j) => change(scenes.map((s, k) => (k === i ? scenes[j] : k === j ? scenes[i] : s)));
    return el('li', null,
      select('kind', KINDS.map((kind) => [kind, t(`screens.scene.${kind}`)]), scene.kind, (kind) => change(scenes.map((s, k) => (k === i ? { kind, seconds: s.seconds } : s)))),
      which(scene),
      el('label', null, el('input', { class: 'field compact', type: 'number', min: 5, max: 600, value: scene.seconds ?? 20, 'aria-label': t('screens.seconds'),
        on: { input: (event) => { scene.seconds = Number(event.target.value); } } }), t('screens.seconds')),
      tool('up', 'screens.up', i === 0, () => swap(i - 1)), tool('down', 'screens.down', i === scenes.length - 1, () => swap(i + 1)),
      tool('close', 'screens.remove', scenes.length === 1, () => change(scenes.filter((s) => s !== scene))));
  }

  function which(scene) {
    if (scene.kind === 'project')
      return select('project', [['', t('screens.each')], ...names.projects.map((p) => [p.number, `${p.number} ${p.name}`])], scene.project ?? '', (value) => { scene.project = value ? Number(value) : undefined; });
    if (scene.kind === 'township')
      return select('township', [['', t('screens.each')], ...names.townships.map((town) => [town.code, town.name])], scene.township ?? '', (value) => { scene.township = value || undefined; });
    return el('span');
  }

  draw();
  const add = el('button', { class: 'text-button', type: 'button', on: { click: () => change([...scenes, { kind: 'wall', seconds: 20 }]) } }, t('screens.add'));
  return { node: el('fieldset', { class: 'playlist-box' }, el('legend', null, t('screens.playlist')), list, add), scenes: () => scenes };
}

function select(name, options, value, choose) {
  const node = el('select', { class: 'field compact', 'aria-label': t(`screens.choose-${name}`), on: { change: () => choose(node.value) } },
    options.map(([code, text]) => el('option', { value: code, selected: String(code) === String(value) }, text)));
  return node;
}

function tool(name, label, disabled, click) {
  return el('button', { class: 'icon-button', type: 'button', disabled, 'aria-label': t(label), title: t(label), on: { click } }, icon(name, 16));
}
