/**
 * What an answer to a report or a photo means. Only an answer that is surely the server's own may park anything:
 * a portal in between answers 200, 302 or 404 with a page of its own.
 * answer: {status, json: object or null, problem: bool (application/problem+json)}; status 0 = no answer.
 * → 'received' | 'again' (this one later) | 'line' (nothing works now) | 'signed-out' | 'refused'
 */
export function verdictOnReport(answer, id) {
  if (answer.status === 200 || answer.status === 201) return answer.json?.id === id ? 'received' : 'line';
  return verdict(answer);
}

/** Also 'more' where bytes are missing, 'offset' where the server wants another part, 'mismatch' where the bytes it got are not those of the hash. */
export function verdictOnPhoto(answer, sha256) {
  const matches = answer.json?.sha256 === sha256;
  if (answer.status === 202) return matches ? 'more' : 'line';
  if (answer.status === 200 || answer.status === 201) return matches && answer.json.complete ? 'received' : 'line';
  if (answer.status === 409 && codeOf(answer) === 'wrong-offset') return 'offset';
  if (answer.status === 422 && codeOf(answer) === 'hash-mismatch') return 'mismatch';
  return verdict(answer);
}

/** The last part of a problem's type. */
export const codeOf = (answer) => (answer.problem ? String(answer.json?.type ?? '').split('/').pop() : '');

function verdict(answer) {
  if (!answer.problem) return answer.status >= 500 ? 'again' : 'line';
  if (answer.status === 401 || codeOf(answer) === 'must-change-password') return 'signed-out';
  if (answer.status >= 500 || [408, 425, 429].includes(answer.status)) return 'again';
  return 'refused';
}

/** The server lists a report with exactly these photos, all arrived: only then may the phone let go of them. */
export function isSettled(report, id, photos) {
  if (report?.id !== id) return false;
  const arrived = new Set((report.photos ?? []).filter((p) => p.arrived).map((p) => p.sha256));
  return photos.every((sha256) => arrived.has(sha256));
}
