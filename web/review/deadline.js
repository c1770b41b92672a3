/**
 * The day by which a report must be reviewed so that a gate reported in time does not turn late:
 * the gate's verify-by day, where the report belongs to a gate that waits for it.
 */
export function verifyBy(report, progress) {
  const project = progress?.projects?.find((p) => p.number === report.project);
  const track = project?.tracks?.find((t) => t.code === report.track);
  const observed = report.observedAt?.slice(0, 10) ?? '';
  const waiting = (track?.gates ?? []).filter(
    (gate) => gate.verifyBy && observed <= gate.due && ['pending', 'grace'].includes(gate.status),
  );
  return waiting.map((gate) => gate.verifyBy).sort()[0] ?? null;
}
