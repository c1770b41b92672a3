/** How many projects stand under each light; a click keeps only those. */
import { el, put } from '/shared/dom.js';
import { LIGHTS, lightSign, lightWord } from '/shared/light.js';
import { change, state, watch } from './state.js';

export function startTally(box) {
  watch(['progress', 'light'], () => {
    if (!state.progress) return put(box);
    const counts = count(state.progress.projects);
    return put(box, LIGHTS.filter((code) => counts[code]).map((code) => cell(code, counts[code])));
  });
}

/** The lights of projects, townships or parts, counted: {late: 2, …}. */
export function count(lit) {
  return lit.reduce((sums, { light }) => ({ ...sums, [light]: (sums[light] ?? 0) + 1 }), {});
}

function cell(code, number) {
  const on = state.light === code;
  return el('button', { type: 'button', 'aria-pressed': String(on), data: { light: code }, on: { click: () => change({ light: on ? null : code }) } },
    el('b', null, lightSign(code, 16, true), String(number)), el('span', null, lightWord(code)));
}
