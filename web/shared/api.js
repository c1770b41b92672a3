/** The one way to the server: JSON, problems as errors, CSRF, and the way back to sign-in. */
import { language } from './i18n.js';

/** An RFC 9457 problem. `number` is what a user may quote; `faults` are [{pointer, detail}]; `retryAfter` in seconds, 0 = not told. */
export class ApiProblem extends Error {
  constructor(status, body, retryAfter = 0) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
    this.title = body.title;
    this.type = body.type;
    this.faults = body.faults ?? [];
    this.number = body.id ?? body.instance?.split(':').pop() ?? `HTTP ${status}`;
  }
}

let csrf = null;
let me = null;

/** The caller, read once per page; also learns the CSRF token. */
export function getMe() {
  me ??= getJson('/api/me').then((answer) => {
    csrf = answer.csrf ?? null;
    return answer;
  });
  return me;
}

const ahead = new Map();

/** Asks now for what getJson is going to be asked for, which then takes this answer, once. */
export function askAhead(path, params = {}) {
  const asked = request(addressOf(path, params), {});
  asked.catch(() => {}); // heard by whoever takes it
  ahead.set(addressOf(path, params), asked);
}

/** Parameters that are null, undefined or '' are left out. */
export function getJson(path, params = {}, signal = undefined) {
  const address = addressOf(path, params);
  const asked = ahead.get(address) ?? request(address, { signal });
  ahead.delete(address);
  return asked;
}

function addressOf(path, params) {
  const query = new URLSearchParams(
    Object.entries(params).filter(([, value]) => value !== null && value !== undefined && value !== ''));
  return query.size ? `${path}?${query}` : path;
}

export const putJson = (path, body) => send('PUT', path, body);
export const postJson = (path, body) => send('POST', path, body);
/** The bytes of a file, as they are; of JSON where no other type is named. */
export const postFile = (path, file, type) => send('POST', path, file, type);
/** Bytes of no kind in particular, such as a picture. */
export const putFile = (path, file) => send('PUT', path, file, 'application/octet-stream');
export const deleteJson = (path) => send('DELETE', path);
export const patchJson = (path, body) => send('PATCH', path, body);

/** A random UUID, also where the page is not a secure context. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where to sign in and come back to this very view. */
export function signInUrl() {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}

/** Ends the session and leaves for the sign-in page. */
export async function signOut() {
  await getMe();
  await fetch('/sign-out', { method: 'POST', headers: csrf ? { [csrf.header]: csrf.token } : {} }).catch(() => {});
  location.assign('/sign-in');
}

/** JSON out, a file back: {blob, name}. */
export const postForFile = (path, body) => send('POST', path, body, 'application/json', file);
/** A file that takes its time: {blob, name}. */
export const getFile = (path, signal) => request(path, { signal }, file);

async function file(answer) {
  const told = answer.headers.get('Content-Disposition') ?? '';
  const name = /filename\*=UTF-8''([^;]+)/.exec(told)?.[1] ?? /filename="([^"]+)"/.exec(told)?.[1] ?? '';
  return { blob: await answer.blob(), name: decodeURIComponent(name) };
}

async function send(method, path, body, type = 'application/json', read = undefined) {
  await getMe();
  const headers = { 'Content-Type': type };
  if (csrf) headers[csrf.header] = csrf.token;
  return request(path, { method, headers, body: body instanceof Blob ? body : JSON.stringify(body) }, read);
}

/** read: of a good answer that is no JSON. */
async function request(path, options, read) {
  const headers = { Accept: 'application/json, application/geo+json, application/problem+json', 'Accept-Language': language(), ...options.headers };
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, credentials: 'same-origin' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiProblem(0, { title: 'offline' });
  }
  if (answer.status === 401) {
    location.assign(signInUrl());
    return new Promise(() => {}); // the page is leaving; nobody should draw an error meanwhile
  }
  if (answer.ok && read) return read(answer);
  const text = await answer.text();
  const body = text && answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : {};
  if (!answer.ok) throw new ApiProblem(answer.status, body, Number(answer.headers.get('Retry-After')) || 0);
  return body;
}
