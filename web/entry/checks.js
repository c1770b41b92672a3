/**
 * Does a figure make sense? → {value, refused, asked}: value is a number or null; refused says why it cannot be sent; asked are the reasons why
 * it wants a word first. Keys of words with their arguments.
 */
const FAR = 2;

export function check(row, cell, text, warnPoints) {
  const value = read(text);
  const result = { value, refused: null, asked: [] };
  if (value === null) return result;
  if (Number.isNaN(value)) return { ...result, value: null, refused: ['entry.not-a-number', {}] };
  if (value < 0) return { ...result, refused: ['entry.negative', {}] };
  if (row.type === 'percent' && value > 100) return { ...result, refused: ['entry.over-100', {}] };
  if (row.kind !== 'cumulative') return result;
  const last = lastOf(cell);
  if (last !== null && value < last) result.asked.push(['entry.falls', { last }]);
  if (row.type !== 'percent' && row.target && !cell.township && value > row.target * FAR) result.asked.push(['entry.far', { target: row.target }]);
  else if (above(cell.most, value, last)) result.asked.push(['entry.above', { target: cell.quota ?? row.target }]);
  else if (jumps(row, cell, value, last, warnPoints)) result.asked.push(['entry.jumps', { planned: row.planned }]);
  return result;
}

/** The figure that a new one is held against: this month's unless it was returned, else that of before. */
export function lastOf({ now, before }) {
  const told = now && now.state !== 'returned' ? now : before;
  return told ? told.value : null;
}

/** More than the plan asks for, and by this report. The server knows how much is too much. */
const above = (most, value, last) => most !== undefined && most !== null && value > most && (last === null || last <= most);

/** Further above the planned line than a light tolerates below it, and by this report. */
function jumps(row, cell, value, last, warnPoints) {
  if (cell.township || row.planned === undefined || row.planned === null || !row.target) return false;
  const ahead = (figure) => ((figure - row.planned) / row.target) * 100;
  return ahead(value) > warnPoints && (last === null || ahead(last) <= warnPoints);
}

/** Thousands may be set apart by commas or blanks, full-width digits are digits; '' is nothing. */
function read(text) {
  const plain = (text ?? '').normalize('NFKC').replace(/[,\s%]/g, '');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}
