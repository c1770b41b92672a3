/** Shows one scene after the other. A scene that cannot be drawn is left out and reported; the stage is never empty. */
import { el } from '/shared/dom.js';
import { drawScene, fallback } from './scenes.js';

const FADE_MS = 320;
const SECONDS = 20;

export function startPlaylist(stage, { onScene, onFault }) {
  let scenes = [];
  let data = null;
  let index = -1;
  let timer = null;
  let current = null;
  let held = false;
  let showing = null;
  const turn = startTurns();

  function show(node) {
    const before = current;
    current = el('div', { class: 'scene' }, node);
    stage.append(current);
    if (!before) {
      current.classList.add('in');
      return;
    }
    requestAnimationFrame(() => requestAnimationFrame(() => {
      current.classList.add('in');
      before.classList.remove('in');
    }));
    setTimeout(() => before.remove(), FADE_MS + 100);
  }

  function next() {
    clearTimeout(timer);
    for (let tried = 0; tried < scenes.length; tried++) {
      index = (index + 1) % scenes.length;
      if (draw(turn(scenes[index], data))) {
        timer = setTimeout(next, (scenes[index].seconds ?? SECONDS) * 1000);
        return;
      }
    }
    show(fallback(data));
    timer = setTimeout(next, SECONDS * 1000);
  }

  function draw(scene) {
    try {
      const node = drawScene(scene, data);
      if (!node) return false;
      showing = scene;
      onScene(scene, data);
      show(node);
      return true;
    } catch (error) {
      onFault(scene, error);
      return false;
    }
  }

  /** New figures: the scene at hand is drawn anew, without starting again. */
  function redraw() {
    if (!showing || !draw(showing)) next();
  }

  return {
    data: () => data,
    setData(fresh) {
      data = fresh;
      if (!held && scenes.length) redraw();
    },
    setScenes(fresh) {
      held = false;
      if (JSON.stringify(fresh) === JSON.stringify(scenes)) return;
      scenes = fresh;
      index = -1;
      showing = null;
      if (data) next();
    },
    /** Something else than the playlist; again with the same changes nothing. */
    hold(node) {
      scenes = [];
      clearTimeout(timer);
      if (!held && node) show(node);
      held = true;
    },
    next,
  };
}

/** A scene that names no project, or no township, shows each in turn. */
function startTurns() {
  const counts = { project: 0, township: 0 };
  return (scene, data) => {
    if (!data?.facts || !(scene.kind in counts) || (scene.project ?? scene.township) !== undefined) return scene;
    const all = scene.kind === 'project' ? data.facts.projects.map((p) => ({ project: p.number })) : data.facts.townships.map((town) => ({ township: town.code }));
    return { ...scene, ...all[counts[scene.kind]++ % all.length] };
  };
}
