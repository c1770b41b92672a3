// A fix that errs by no more than it says is snapped to where the person stood, or the pass is asked about with the true one among them.
const { snapFix, snapTap, reachM } = await import('/field/snap.js');
const measure = await import('/shared/measure.js');
const faults = [];
let asked = 0;
for (const [name, lines] of Object.entries(cast)) {
  const random = chance(20260708 + name.length);
  for (let i = 0; i < 600; i++) {
    const m = random() * lengthOfLine(lines);
    const accuracyM = 2 + random() * 30;
    const at = near(measure, lines, m, Math.min(accuracyM, reachM(accuracyM)), random);
    const found = snapFix(lines, { ...at, accuracyM });
    const slack = 30 + accuracyM;
    const around = (x) => Math.abs(x - m) <= slack;
    if (found.refused) faults.push(`${name} ${m}: refused ${found.refused}`);
    else if (found.ask) { asked++; if (!found.ask.some((p) => around(p.m))) faults.push(`${name} ${m}: not among ${found.ask.map((p) => p.m)}`); }
    else if (!around(found.m)) faults.push(`${name} ${m} ±${accuracyM}: snapped to ${found.m}`);
    if (found.m !== undefined && (found.m < 0 || found.m > lengthOfLine(lines) + 1e-6)) faults.push(`${name}: ${found.m} is off the line`);
    const tap = snapTap(lines, near(measure, lines, m, 4, random), 12);
    if (tap.refused || (tap.ask ? !tap.ask.some((p) => Math.abs(p.m - m) < 34) : Math.abs(tap.m - m) > 34)) faults.push(`${name} ${m}: tapped to ${JSON.stringify(tap)}`);
  }
}
return { faults, asked };
