/** The curves of a project's answer: of each track that has a percent of its own, and of each indicator that counts. */

/** project: GET /api/projects/{number}; plan: its project in GET /api/plan. → [{code, track, name, unit, target, planned, history, dues, forecast}] */
export function curvesOf(project, plan) {
  return project.tracks.flatMap((track) => {
    const dues = plan.tracks.find((one) => one.code === track.code)?.milestones.filter((m) => !m.setsNoTarget).map((m) => m.due) ?? [];
    const curve = (code, figure) => ({
      code, track: track.code, ...figure, planned: project.line?.[code], history: project.history?.[code] ?? [], dues,
      forecast: track.forecast && (track.forecast.indicator ?? track.code) === code ? track.forecast : null,
    });
    const own = track.basis === 'declared' ? [curve(track.code, { name: track.name, unit: '%', target: 100 })] : [];
    const counted = (track.indicators ?? []).filter((i) => i.target && (project.line?.[i.code] || i.verifiedPercent !== undefined));
    return [...own, ...counted.map((i) => curve(i.code, { name: i.name, unit: i.unit, target: i.target, decimals: i.decimals }))];
  });
}
