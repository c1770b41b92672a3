/**
 * Measures along a line footprint. Lines are arrays of [lon, lat, m], m = metres of chainage, rising.
 * EPSG:4490 degrees; results in metres.
 */
const EARTH_M = 6371008.8;
const RAD = Math.PI / 180;

/** The lines of a GeoJSON geometry, [] for points and polygons. */
export function linesOf(geometry) {
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}

/** The parts between two measures, each with its cut points; a part never crosses a gap. */
export function cut(lines, from, to) {
  return lines.map((line) => cutOne(line, from, to)).filter((part) => part.length > 1);
}

function cutOne(line, from, to) {
  const part = [];
  for (let i = 0; i < line.length; i++) {
    const next = line[i + 1];
    if (line[i][2] >= from && line[i][2] <= to) part.push(line[i]);
    if (!next) break;
    for (const m of [from, to]) if (m > line[i][2] && m < next[2]) part.push(between(line[i], next, m));
  }
  return part;
}

function between(a, b, m) {
  const t = (m - a[2]) / (b[2] - a[2]);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), m];
}

/** Where a measure lies, with the direction of rising measure there; null in a gap or past the end. */
export function pointAt(lines, m) {
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      if (m < a[2] || m > b[2] || a[2] === b[2]) continue;
      const [lon, lat] = between(a, b, m);
      return { lon, lat, dx: (b[0] - a[0]) * Math.cos(lat * RAD), dy: b[1] - a[1] };
    }
  }
  return null;
}

/** The nearest place on the lines: its measure and how far off it is; null without lines. */
export function nearest(lines, lon, lat) {
  let best = null;
  const k = Math.cos(lat * RAD);
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      const [dx, dy] = [(b[0] - a[0]) * k, b[1] - a[1]];
      const length2 = dx * dx + dy * dy;
      const along = length2 ? ((lon - a[0]) * k * dx + (lat - a[1]) * dy) / length2 : 0;
      const t = Math.max(0, Math.min(1, along));
      const offM = Math.hypot((lon - a[0]) * k - t * dx, lat - a[1] - t * dy) * RAD * EARTH_M;
      if (!best || offM < best.offM) best = { m: a[2] + t * (b[2] - a[2]), offM };
    }
  }
  return best;
}

/** K0+350; rounded to the metre. */
export function stationText(m) {
  const whole = Math.round(m);
  return `K${Math.floor(whole / 1000)}+${String(whole % 1000).padStart(3, '0')}`;
}

/** K0+350–K1+120 with an en dash. */
export function rangeText(from, to) {
  return `${stationText(from)}–${stationText(to)}`;
}
