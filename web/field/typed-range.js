/** Reads K0+350–K1+120 as people type it: any dash, full-width or not, K may be missing. */
const STATION = /^K?(\d{1,6})\+(\d{1,3})(?:\.(\d))?$/;
const DASH = /[-~‐-―−〜∼至到]+/;

/** → {from, to} in metres, or {fault: 'form' | 'order' | 'past-end'}. */
export function readRange(text, lengthM) {
  const ends = text.normalize('NFKC').replace(/\s/g, '').toUpperCase().split(DASH);
  if (ends.length !== 2) return { fault: 'form' };
  const [from, to] = ends.map(station);
  if (from === null || to === null) return { fault: 'form' };
  if (to <= from) return { fault: 'order' };
  return to > lengthM ? { fault: 'past-end' } : { from, to };
}

function station(text) {
  const found = STATION.exec(text);
  return found && Number(found[1]) * 1000 + Number(found[2]) + Number(found[3] ?? 0) / 10;
}
