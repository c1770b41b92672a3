/** A tap on the map chooses what lies under the finger; where several lie there, the sheet lists them. */
import { change, state } from './state.js';
import { nearestWorks } from './near.js';

export function choose(place, fingerM) {
  const hit = nearestWorks(state.works, place).filter(({ offM }) => offM <= Math.max(8, fingerM));
  change({ chosen: hit[0]?.work.code ?? null, tapped: hit.length ? place : null });
}
