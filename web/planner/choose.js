/** Choosing keeps filters, zoom and day. */
import { state, change } from './state.js';

export const chooseProject = (number) => change({ project: number, footprint: null, highlight: null });

export const chooseTownship = (code) => change({ township: code, footprint: null, highlight: null });

/** A footprint brings its project with it, so that the map shows its neighbours. */
export const chooseFootprint = (code, project) => change({ footprint: code, project: project ?? state.project, highlight: null });

/** Shows ranges as missing on the map: {footprint code: [[from, to], …]} in metres; null shows none. */
export const highlight = (ranges) => change({ highlight: ranges });

/** One step back from the narrowest choice. */
export function stepBack() {
  if (state.footprint) change({ footprint: null, highlight: null });
  else if (state.township) change({ township: null, highlight: null });
  else if (state.project) change({ project: null, highlight: null });
}
