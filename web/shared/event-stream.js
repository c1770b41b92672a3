/** Reads a text/event-stream by fetch, which carries a bearer header where EventSource cannot. */

/**
 * Resolves when the server ends the stream; rejects where it refuses ({status, retryAfter}), the line breaks, or nothing came for quietMs.
 * onEvent({id, event, data: text}).
 */
export async function readEvents(path, { headers = {}, signal, quietMs }, onEvent) {
  const line = new AbortController();
  const leave = () => line.abort();
  signal.addEventListener('abort', leave);
  let quiet = setTimeout(leave, quietMs);
  try {
    const answer = await fetch(path, {
      headers: { Accept: 'text/event-stream', ...headers }, cache: 'no-store', signal: line.signal,
      credentials: headers.Authorization ? 'omit' : 'same-origin', redirect: 'error',
    });
    if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('text/event-stream')) throw refusal(answer);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(quiet);
      quiet = setTimeout(leave, quietMs);
      const blocks = (text + value).split('\n\n');
      text = blocks.pop();
      blocks.map(parse).filter((event) => event.data).forEach(onEvent);
    }
  } finally {
    clearTimeout(quiet);
    signal.removeEventListener('abort', leave);
    line.abort();
  }
}

function refusal(answer) {
  return Object.assign(new Error(`HTTP ${answer.status}`), { status: answer.status, retryAfter: Number(answer.headers.get('Retry-After')) || 0 });
}

/** A comment has no data. */
function parse(block) {
  const event = { id: null, event: 'message', data: '' };
  for (const row of block.split('\n')) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(row) ?? [];
    if (field in event) event[field] = value;
  }
  return event;
}
