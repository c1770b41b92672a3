/** The figure that a project is led by: the indicator or the percent that gives its light. */
import { number, unit } from '/shared/format.js';

/** {verified, target, unit, decimals, percent, planned, reported, name}; quantities may be missing. */
export function leading(project) {
  const track = project.tracks.find((tr) => tr.code === project.track) ?? project.tracks[0];
  const code = project.percent?.indicator;
  const indicator = track.indicators.find((i) => i.code === code)
    ?? (track.basis === 'quantity' && track.indicators.length === 1 ? track.indicators[0] : null);
  return {
    track, indicator,
    percent: project.percent?.verified ?? null,
    reported: project.percent?.reported ?? null,
    planned: project.percent?.planned ?? null,
  };
}

export const amount = (value, indicator) => `${number(value, indicator.decimals, true)} ${unit(indicator.unit)}`;
