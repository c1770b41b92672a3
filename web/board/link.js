/** The line to the server: what this screen is, what it may show, and a sign of life. What came last is kept. */
import { listenLive } from '/shared/live.js';
import { keep, kept } from './keep.js';
import { startNightlyReload } from './nightly.js';
import { keepShell } from './shell.js';

const ASK_MS = 4000;
const BEAT_MS = 30000;

/** handlers: onScreen({now, zone, playlist, …}), onData({facts, base, maps}), onLink() when the line is lost or back. */
export function startLink({ onScreen, onData, onLink }) {
  const state = { lost: false, since: null, scene: null, fault: null, tag: null, asking: false, data: null };

  async function ask() {
    if (state.asking) return;
    state.asking = true;
    try {
      const screen = await json('/board/screen');
      state.screen = screen;
      onScreen(screen);
      if (screen.playlist) await facts();
      heard();
    } catch (error) {
      silent(error);
    } finally {
      state.asking = false;
    }
  }

  async function facts() {
    const answer = await fetch('/board/facts', { headers: state.tag ? { 'If-None-Match': state.tag } : {}, cache: 'no-store', signal: AbortSignal.timeout(15000) });
    if (answer.status === 304) return;
    if (answer.status === 404) {
      show({ facts: null, base: state.data?.base ?? null, maps: {} });
      return;
    }
    if (!answer.ok) throw new Error(`facts: ${answer.status}`);
    const read = await answer.json();
    const base = await json('/board/base');
    const maps = {};
    for (const project of read.projects) if (project.places) maps[project.number] = await json(`/board/projects/${project.number}/map`);
    const codes = (await json('/board/codes')).codes;
    state.tag = answer.headers.get('ETag');
    show({ facts: read, base, maps, codes });
    keep({ ...state.data, screen: state.screen });
  }

  function show(data) {
    state.data = data;
    if (data.facts) onData(data);
  }

  function heard() {
    if (!state.lost) return;
    state.lost = false;
    onLink();
  }

  function silent(error) {
    if (!state.lost) console.warn(`no answer: ${error.message}`);
    state.lost = true;
    onLink();
  }

  async function beat() {
    const body = { scene: state.scene, snapshot: state.data?.facts?.snapshot?.id ?? null, fault: state.fault };
    state.fault = null;
    await fetch('/board/screen/beat', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => {});
  }

  kept().then((last) => {
    if (!last || state.data) return;
    const { screen, ...data } = last;
    onScreen({ ...screen, now: new Date().toISOString() });
    show(data);
  }).finally(ask);
  setInterval(ask, ASK_MS);
  setInterval(beat, BEAT_MS);
  listenLive(ask, () => ({}), '/board/live');
  startNightlyReload();
  keepShell();
  return {
    lost: () => state.lost,
    ask,
    beat,
    showing: (scene) => { state.scene = sceneName(scene); },
    fault: (scene, error) => {
      console.error(`scene ${sceneName(scene)} left out`, error);
      state.fault = `${sceneName(scene)}: ${error.message}`.slice(0, 200);
    },
  };
}

const sceneName = (scene) => [scene.kind, scene.project ?? scene.township].filter((part) => part !== undefined).join(' ');

async function json(path) {
  const answer = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(15000) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
