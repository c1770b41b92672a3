/** A photo part by part; after a break it goes on where the server says it stopped. */
import { call } from './line.js';
import { verdictOnPhoto } from './verdict.js';
import { sha256 as hashOf } from './photo.js';

export const PART_BYTES = 96 * 1024;
/** How often a photo that is whole here and spoilt there is sent before the crew must look. */
const TRIES = 3;
const DAMAGED = { problem: true, json: { type: '/problems/photo-damaged' } };

/**
 * → {verdict, answer}. told(sent, total) after each part. begun: some parts are there already; else the server is not asked.
 * A photo that is no longer what its hash says is not sent at all.
 */
export async function sendPhoto(token, picture, begun, told = () => {}) {
  if ((await hashOf(picture.bytes)) !== picture.sha256) return { verdict: 'refused', answer: DAMAGED };
  for (let tries = 1; ; tries++) {
    const { verdict, answer } = await sendParts(token, picture, begun && tries === 1, told); // of a mismatch the server keeps nothing
    if (verdict !== 'mismatch') return { verdict, answer };
    if (tries === TRIES) return { verdict: 'refused', answer };
  }
}

async function sendParts(token, { sha256, bytes }, begun, told) {
  const path = `/api/photos/${sha256}`;
  const total = bytes.byteLength;
  let from = begun ? await offset(path, token, total) : 0;
  let moved = 0;
  for (;;) {
    await told(from, total);
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
