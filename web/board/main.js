/** The screen in the hall: shows a playlist of scenes from what was approved; runs for months. */
import { loadWords, t } from '/shared/i18n.js';
import { lightPatterns } from '/shared/light.js';
import { put } from '/shared/dom.js';
import { startClock } from './clock.js';
import { drawFoot } from './foot.js';
import { startLink } from './link.js';
import { startPlaylist } from './playlist.js';
import { showPairing } from './pairing.js';
import { titleOf } from './scenes.js';

const at = (id) => document.getElementById(id);

/** ?scene=wall, ?scene=project:18: one scene alone, to look at. */
function preview() {
  const asked = new URLSearchParams(location.search).get('scene');
  if (!asked) return null;
  const [kind, which] = asked.split(':');
  return [{ kind, ...(which && (kind === 'township' ? { township: which } : { project: Number(which) })), seconds: 600 }];
}

async function start() {
  await loadWords();
  document.body.prepend(lightPatterns());
  const clock = startClock(at('clock'));
  const stage = at('stage');
  const playlist = startPlaylist(stage, {
    onScene: (scene, data) => {
      put(at('title'), ...titleOf(scene, data));
      link.showing(scene);
    },
    onFault: (scene, error) => link.fault(scene, error),
  });
  const link = startLink({
    onScreen: (screen) => {
      clock.set(screen);
      document.documentElement.dataset.motion = screen.calm ? 'none' : '';
      if (screen.playlist) playlist.setScenes(preview() ?? screen.playlist);
      else playlist.hold(showPairing(stage, screen, link));
    },
    onData: (data) => {
      document.title = t('board.page', { district: data.facts.district.name });
      playlist.setData(data);
      drawFoot(at('foot'), data, link);
    },
    onLink: () => drawFoot(at('foot'), playlist.data(), link),
  });
}

start();
