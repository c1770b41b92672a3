/** One call over the line with the phone's own token. Never throws for the line's sake: status 0 is no answer. */

/**
 * options: {token, basic, json: text, bytes, headers, timeoutMs}. → {status, json, problem, header(name)}.
 * A redirect counts as no answer: our API has none, portals have.
 */
export async function call(method, path, { token, basic, json, bytes, headers = {}, timeoutMs = 30_000, language = 'zh' } = {}) {
  const sent = { Accept: 'application/json, application/problem+json', 'Accept-Language': language, ...headers };
  if (token) sent.Authorization = `Bearer ${token}`;
  if (basic) sent.Authorization = `Basic ${basic}`;
  if (json !== undefined) sent['Content-Type'] = 'application/json';
  if (bytes) sent['Content-Type'] = 'image/jpeg';
  try {
    const answer = await fetch(path, {
      method, headers: sent, body: json ?? bytes, credentials: 'omit', redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs),
    });
    return await read(answer);
  } catch {
    return { status: 0, json: null, problem: false, header: () => null };
  }
}

async function read(answer) {
  const type = answer.headers.get('Content-Type') ?? '';
  const text = await answer.text();
  return {
    status: answer.status, json: type.includes('json') && text ? JSON.parse(text) : null, problem: type.includes('application/problem+json'),
    header: (name) => answer.headers.get(name),
  };
}
