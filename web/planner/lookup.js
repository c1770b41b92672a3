/** Questions about the state that several behaviours ask. */
import { state } from './state.js';
import { rank, RED, YELLOW } from '/shared/light.js';

export const planProject = (number) => state.plan?.projects.find((p) => p.number === number);
export const progressProject = (number) => state.progress?.projects.find((p) => p.number === number);
export const progressTownship = (code) => state.progress?.townships.find((t) => t.code === code);
export const townshipName = (code) => progressTownship(code)?.name ?? code;
export const leadUnit = (project) => project.units.find((unit) => unit.lead) ?? project.units[0];
export const asOf = () => state.day ?? undefined;

/** The day that is shown: the chosen one or the district's today. */
export const shownDay = () => state.day ?? state.me.today;

/** A township's light on the map: of the chosen project, else over all. */
export function townshipLight(code) {
  if (state.project) return progressProject(state.project)?.townshipLights?.[code] ?? 'none';
  return progressTownship(code)?.light ?? 'none';
}

/** Pairs of plan and progress, worst light first, then by number, without those a filter hides. */
export function listedProjects() {
  if (!state.plan || !state.progress) return [];
  return state.plan.projects.map((plan) => ({ plan, progress: progressProject(plan.number) }))
    .filter(({ plan, progress }) => progress && passes(plan, progress))
    .sort((a, b) => rank(a.progress.light) - rank(b.progress.light) || a.plan.number - b.plan.number);
}

/** The red and yellow ones of them. */
export const problems = () => listedProjects().filter(({ progress }) => isUrgent(progress.light));

export const isUrgent = (light) => RED.includes(light) || YELLOW.includes(light);

/** A footprint's light is its track's. */
export function worksLight({ light, project, track, indicator }) {
  return light ?? progressProject(project)?.tracks.find((t) => (track ? t.code === track : t.indicators.some((i) => i.code === indicator)))?.light;
}

/** Whether any filter of the list is on. */
export const isFiltered = () => Boolean(state.tier || state.unit || state.light || state.urgent || state.search);

export const noFilters = { tier: null, unit: null, light: null, urgent: false, search: '' };

function passes(plan, progress) {
  if (state.tier && plan.tier !== state.tier) return false;
  if (state.unit && !plan.units.some((unit) => unit.code === state.unit && unit.lead)) return false;
  if (state.light && progress.light !== state.light) return false;
  if (state.urgent && !isUrgent(progress.light)) return false;
  const words = `${plan.number} ${plan.name} ${plan.shortName} ${plan.units.map((unit) => unit.printedAs).join(' ')}`;
  return words.toLowerCase().includes(state.search.trim().toLowerCase());
}
