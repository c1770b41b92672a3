/** What every part of the desk needs to know and nobody changes after the start. */
export const desk = { me: null, plan: null, base: null, progress: null };

export const projectOf = (number) => desk.plan.projects.find((project) => project.number === number);

export function trackOf(report) {
  return projectOf(report.project)?.tracks?.find((track) => track.code === report.track);
}

export function indicatorOf(code) {
  return desk.plan.projects.flatMap((p) => p.tracks ?? []).flatMap((track) => track.indicators ?? []).find((i) => i.code === code);
}
