/** Marking: begins with a chosen work, ends with a mark in the outbox or with nothing. */
import { put } from '/shared/dom.js';
import { pointAt } from '/shared/measure.js';
import { change, state, watch } from './state.js';
import { newClaim, next, withEnd } from './claim.js';
import { snapTap } from './snap.js';
import { showWork, theMap } from './map.js';
import { lineSheet } from './line-sheet.js';
import { pointSheet } from './point-sheet.js';
import { areaSheet } from './area-sheet.js';
import { forgetDraft, keepDraft } from './draft.js';
import { tellWorking } from './working.js';
import { stopWalk, walking } from './walk-way.js';
import { offM } from './near.js';

/** Who stands further off than this wants to see the work, not where they stand. */
const NEAR_M = 1000;
const SHEETS = { line: lineSheet, point: pointSheet, polygon: areaSheet };

let drawn = null;

/** A new fix must not take the field away from somebody who types. */
const typing = () => ['INPUT', 'TEXTAREA', 'SELECT'].includes(document.activeElement?.tagName) && document.activeElement.closest('#sheet');

export function startMarking() {
  watch(['claim', 'items', 'fix', 'online', 'fixFault'], ({ claim }) => {
    document.body.classList.toggle('marking', Boolean(claim));
    if (claim && !(claim === drawn && typing())) put(document.getElementById('sheet'), SHEETS[claim.kind](claim));
    drawn = claim;
  });
  watch(['claim'], ({ claim }) => keepDraft(claim));
}

/** more: what a fix-and-resend or a draft begins with. */
export function startMark(work, more = {}) {
  tellWorking(work.code);
  change({ tab: 'map', draft: null, chosen: work.code, claim: newClaim(work, more) });
  setTimeout(() => comeClose(work)); // the sheet has its height only now
}

/** Close enough to hit the line with a finger: the whole work, or what is around me where it is long. */
function comeClose(work) {
  theMap().invalidateSize({ animate: false });
  showWork(work);
  if (theMap().getZoom() >= 14 || work.kind !== 'line') return;
  const missing = work.missing[0]?.[0] ?? 0;
  const start = pointAt(work.feature.geometry.type === 'LineString' ? [work.feature.geometry.coordinates] : work.feature.geometry.coordinates, missing);
  const at = state.fix && offM(work, state.fix) < NEAR_M ? state.fix : start;
  if (at) theMap().setView([at.lat, at.lon], 15, { animate: false });
}

/** A tap on the map while marking. */
export function tapped(place, fingerM) {
  const { claim } = state;
  if (claim.kind === 'polygon') return update({ ring: [...claim.ring, [place.lon, place.lat]] });
  if (claim.kind !== 'line' || claim.way === 'walk') return undefined;
  return use(snapTap(claim.lines, place, fingerM), 'tap');
}

/** A snapped place becomes the next end; a doubtful one is asked about, a refused one says why. */
export function use(found, by, accuracyM = null) {
  const { claim } = state;
  if (found.refused) return change({ claim: { ...claim, ask: null, fault: found } });
  if (found.ask) return change({ claim: { ...claim, fault: null, ask: { passes: found.ask, by, accuracyM } } });
  return change({ claim: withEnd(claim, found.m, by, accuracyM) });
}

/** A change that can be taken back. */
export const update = (patch) => change({ claim: next(state.claim, patch) });

/** A change that belongs to the last one, such as a further step of the same walk. */
export const amend = (patch) => change({ claim: { ...state.claim, ...patch } });

export function undoStep() {
  const { claim } = state;
  if (walking()) return;
  if (claim?.before) change({ claim: { ...claim.before, pics: claim.pics } });
}

export function leaveMarking() {
  stopWalk();
  forgetDraft();
  change({ claim: null, chosen: null, tapped: null });
}
