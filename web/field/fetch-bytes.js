/** A download that goes on after a cut: what came is kept with its tag, and only the rest is asked for. */
import { readValue, remove, writeValue } from './db.js';

const KEEP_EVERY = 256 * 1024;

/** The JSON at path. told(bytes so far) as they come. Throws where the line ends; the next call goes on. */
export async function fetchBytes(path, etag, token, told) {
  const key = `partial ${path}`;
  const kept = await readValue(key);
  let bytes = kept?.etag === etag ? new Uint8Array(kept.bytes) : new Uint8Array(0);
  const answer = await fetch(path, { headers: { Authorization: `Bearer ${token}`, Accept: 'application/json', ...rest(bytes, etag) }, credentials: 'omit', cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: HTTP ${answer.status}`);
  if (answer.status !== 206) bytes = new Uint8Array(0);
  const tag = (answer.headers.get('ETag') ?? etag).replace('-gzip"', '"');
  let saved = bytes.length;
  const reader = answer.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes = joined(bytes, value);
      told(bytes.length);
      if (bytes.length - saved > KEEP_EVERY) saved = await keep(key, tag, bytes);
    }
  } catch (fault) {
    if (bytes.length > saved) await keep(key, tag, bytes);
    throw fault;
  }
  const content = JSON.parse(new TextDecoder().decode(bytes));
  await remove('values', key);
  return content;
}

const rest = (bytes, etag) => (bytes.length ? { Range: `bytes=${bytes.length}-`, 'If-Range': etag } : {});

async function keep(key, etag, bytes) {
  await writeValue(key, { etag, bytes: bytes.buffer });
  return bytes.length;
}

function joined(a, b) {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
