/** Steps through the year a week at a time, each step only after the last one is drawn. */
import { put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { state, watch } from './state.js';
import { addDays } from '/shared/days.js';
import { readAhead } from './load.js';
import { goTo, yearStart } from './time-bar.js';

const STEP_DAYS = 7;
const PAUSE_MS = 700;

export function startPlaying(button) {
  let timer = null;
  const draw = () => {
    put(button, icon(timer ? 'pause' : 'play', 15));
    button.setAttribute('aria-label', t(timer ? 'time.pause' : 'time.play'));
  };
  const stop = () => {
    clearTimeout(timer);
    timer = null;
    draw();
  };
  const next = () => {
    if (!state.day) return stop();
    timer = setTimeout(() => goTo(addDays(state.day, STEP_DAYS)), PAUSE_MS);
    readAhead([addDays(state.day, STEP_DAYS)]);
    return undefined;
  };
  button.addEventListener('click', () => {
    if (timer) return stop();
    timer = setTimeout(() => goTo(state.day ? addDays(state.day, STEP_DAYS) : yearStart()), 0);
    return draw();
  });
  watch(['loading'], () => { if (timer && !state.loading) next(); });
  draw();
}
