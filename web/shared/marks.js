/** What a report marks on a line, and how it stands. */

/** verified, reported, returned, or undone where it takes something back. */
export function stateOf(report) {
  if (report.state === 'returned') return 'returned';
  if (report.kind === 'undone') return 'undone';
  return report.state === 'accepted' ? 'verified' : 'reported';
}

/** [from, to] of a report's range. */
export const metres = ({ range }) => (Array.isArray(range) ? range : [range.from, range.to]);
