// Lines in metres around a place, and chance that can be repeated. The text of a function's body.
const K = Math.cos((29.5 * Math.PI) / 180) * 111194.9;
const N = 111194.9;
const place = ([x, y]) => ({ lon: 108.7 + x / K, lat: 29.5 + y / N });
function line(...points) {
  let m = 0;
  return [points.map((p, i) => {
    if (i) m += Math.hypot(p[0] - points[i - 1][0], p[1] - points[i - 1][1]);
    const { lon, lat } = place(p);
    return [lon, lat, m];
  })];
}
const arc = (cx, cy, r, from, to, n = 60) => Array.from({ length: n + 1 }, (_, i) => {
  const a = from + ((to - from) * i) / n;
  return [cx + r * Math.cos(a), cy + r * Math.sin(a)];
});
const cast = {
  straight: line([0, 0], [400, 0], [1000, 0]),
  loop: line(...arc(0, 0, 150, 0, 2 * Math.PI)),
  hairpin: line([0, 0], [400, 0], ...arc(400, 6, 6, -Math.PI / 2, Math.PI / 2, 10), [400, 12], [0, 12]),
  eight: line(...arc(-120, 0, 120, 0, 2 * Math.PI), ...arc(120, 0, 120, Math.PI, 3 * Math.PI).slice(1)),
  bank: line([0, 0], [700, 0]),
  otherBank: line([0, 15], [700, 15]),
};
const lengthOfLine = (lines) => lines[0].at(-1)[2];
function chance(seed) {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
// Somewhere within errM of a measure.
function near(measure, lines, m, errM, random) {
  const at = measure.pointAt(lines, m);
  const angle = random() * 2 * Math.PI;
  const off = Math.sqrt(random()) * errM;
  return { lon: at.lon + (off * Math.cos(angle)) / K, lat: at.lat + (off * Math.sin(angle)) / N };
}
