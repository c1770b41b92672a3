// Whatever stretch is walked, with noise that the accuracy allows, comes out as that stretch, or is asked about with the true one among the two.
const { matchWalk } = await import('/field/walk.js');
const measure = await import('/shared/measure.js');
const ranges = await import('/shared/ranges.js');
const faults = [];
let asked = 0;
for (const [name, lines] of Object.entries(cast)) {
  const random = chance(500114 + name.length);
  const length = lengthOfLine(lines);
  for (let i = 0; i < 60; i++) {
    const span = 60 + random() * (length - 60);
    const start = random() * (length - span);
    const back = random() < 0.5;
    const accuracyM = 3 + random() * 9;
    const fixes = [];
    for (let walked = 0, at = 1e12; walked <= span; walked += 4 + random() * 10, at += 5000) {
      const m = back ? start + span - walked : start + walked;
      fixes.push({ ...near(measure, lines, m, accuracyM * 0.6, random), accuracyM, at });
    }
    const found = matchWalk(lines, fixes);
    const tolerance = 2 * accuracyM + 16;
    const fits = (got) => {
      const outside = ranges.lengthOf(ranges.subtract(got, [[start - tolerance, start + span + tolerance]]));
      const missed = ranges.lengthOf(ranges.subtract([[start + tolerance, start + span - tolerance]], got));
      return outside === 0 && missed < 1;
    };
    if (found.other) asked++;
    if (!fits(found.ranges) && !(found.other && fits(found.other.ranges)))
      faults.push(`${name} ${start.toFixed(0)}–${(start + span).toFixed(0)} ±${accuracyM.toFixed(0)}${back ? ' back' : ''}: ${JSON.stringify(found.ranges)}${found.other ? ` or ${JSON.stringify(found.other.ranges)}` : ''}`);
    if (ranges.lengthOf(found.ranges) > length + 0.1) faults.push(`${name}: more than the line`);
  }
}
return { faults, asked };
