/** Sends a file as it is, and says how far it is: fetch cannot tell. */
import { ApiProblem, getMe, signInUrl } from './api.js';
import { language } from './i18n.js';

/** progress(share 0…1) while bytes go out. Resolves to the answer, or throws a problem; `signal` ends it. */
export async function upload(path, file, progress, signal) {
  const { csrf } = await getMe();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', language());
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (csrf) request.setRequestHeader(csrf.header, csrf.token);
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) progress(event.loaded / event.total); });
    request.addEventListener('load', () => {
      if (request.status === 401) return location.assign(signInUrl());
      const json = request.getResponseHeader('Content-Type')?.includes('json') ? JSON.parse(request.responseText) : {};
      return request.status < 300 ? resolve(json) : reject(new ApiProblem(request.status, json, Number(request.getResponseHeader('Retry-After')) || 0));
    });
    request.addEventListener('error', () => reject(new ApiProblem(0, { title: 'offline' })));
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
