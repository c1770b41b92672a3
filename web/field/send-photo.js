/** A photo part by part; after a break it goes on where the server says it stopped. */
import { call } from './line.js';
import { verdictOnPhoto } from './verdict.js';

export const PART_BYTES = 96 * 1024;

/** → {verdict, answer}. told(sent, total) after each part. */
export async function sendPhoto(token, { sha256, bytes }, told = () => {}) {
  const path = `/api/photos/${sha256}`;
  const total = bytes.byteLength;
  let from = await offset(path, token, total);
  let moved = 0;
  for (;;) {
    told(from, total);
    const to = Math.min(total, from + PART_BYTES);
    const answer = await call('PUT', path, {
      token, bytes: bytes.slice(from, to), headers: { 'Content-Range': `bytes ${from}-${to - 1}/${total}` }, timeoutMs: 60_000,
    });
    const verdict = verdictOnPhoto(answer, sha256);
    if (verdict === 'more') from = Number(answer.header('Upload-Offset') ?? to);
    else if (verdict === 'offset' && moved++ < 5) from = isAnother(answer, total) ? 0 : Number(answer.header('Upload-Offset')) || 0;
    else return { verdict: verdict === 'offset' ? 'again' : verdict, answer };
    if (!(from >= 0 && from < total)) from = 0;
  }
}

/** Where to go on; a finished one is sent its last part again and answers 200. */
async function offset(path, token, total) {
  const answer = await call('HEAD', path, { token });
  const known = Number(answer.header('Upload-Offset') ?? 0);
  if (answer.status !== 200 || !(known > 0) || isAnother(answer, total)) return 0;
  return known < total ? known : Math.floor((total - 1) / PART_BYTES) * PART_BYTES;
}

/** Begun with another length: only from 0 does it begin anew. */
function isAnother(answer, total) {
  const length = answer.header('Upload-Length');
  return length !== null && length !== undefined && Number(length) !== total;
}
