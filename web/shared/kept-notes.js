/**
 * What was typed at a meeting, kept in this browser until the server has it: a draft for each tab, and what was sent and not answered.
 * Every entry has its id from the start, so sending it again is the same one.
 */
import { newId, putJson } from './api.js';

const AGAIN_MS = 15_000;
/** A draft that no open tab has touched for so long is taken over by the next tab that has none. */
const LEFT_MS = 60_000;

export function keptNotes(userName, year) {
  const place = `waymark.notes.${userName}.${year}`;
  const tab = tabId();
  const heard = [];
  let flushing = null;
  let inMemory = null;

  const read = () => {
    if (inMemory) return inMemory;
    try { return { drafts: {}, out: [], ...JSON.parse(localStorage.getItem(place) ?? '{}') }; } catch { return { drafts: {}, out: [] }; }
  };
  const write = (all) => {
    try { localStorage.setItem(place, JSON.stringify(all)); } catch { inMemory = all; }
    heard.forEach((listen) => listen());
  };
  const alter = (act) => { const all = read(); act(all); write(all); };

  const notes = {
    /** {text, owner, due} of this tab, or one that was left behind. */
    draft() {
      const all = read();
      const left = Object.entries(all.drafts).find(([of, d]) => of !== tab && Date.now() - d.at > LEFT_MS);
      if (!all.drafts[tab] && left) alter(({ drafts }) => { drafts[tab] = { ...left[1], at: Date.now() }; delete drafts[left[0]]; });
      return read().drafts[tab] ?? null;
    },
    setDraft(draft) { alter(({ drafts }) => { if (draft) drafts[tab] = { ...draft, at: Date.now() }; else delete drafts[tab]; }); },
    /** Entries not yet acknowledged, oldest first: {id, path, body, fault}. */
    pending: () => read().out,
    /** False where the browser keeps nothing: then the page must stay open. */
    keeps: () => !inMemory,
    send(path, body) {
      alter(({ out }) => out.push({ id: newId(), path, body, fault: null }));
      return notes.flush();
    },
    /** Takes a refused one back out of the queue. */
    drop(id) { alter((all) => { all.out = all.out.filter((o) => o.id !== id); }); },
    onChange(listen) { heard.push(listen); },
    /** Resolves when each was tried once. */
    flush() {
      flushing ??= all(read, alter).finally(() => { flushing = null; });
      return flushing;
    },
  };
  addEventListener('pagehide', () => { if (read().drafts[tab]) alter(({ drafts }) => { drafts[tab].at = 0; }); }); // whoever opens the page next may take it over
  addEventListener('storage', ({ key }) => { if (key === place) heard.forEach((listen) => listen()); });
  addEventListener('online', notes.flush);
  setInterval(() => { if (read().out.some((o) => !o.fault)) notes.flush(); }, AGAIN_MS);
  return notes;
}

/** Oldest first; what is refused for its content waits for its author, all else for the network. */
async function all(read, alter) {
  for (const { id, path, body, fault } of read().out) {
    if (fault) continue;
    try {
      await putJson(`${path}/${id}`, body);
      alter((kept) => { kept.out = kept.out.filter((o) => o.id !== id); });
    } catch (problem) {
      if (![400, 404, 409, 422].includes(problem.status)) return;
      const said = [problem.message, ...problem.faults.map((f) => f.detail)].join('；');
      alter((kept) => kept.out.filter((o) => o.id === id).forEach((o) => { o.fault = said; }));
    }
  }
}

function tabId() {
  try {
    const id = sessionStorage.getItem('waymark.tab') ?? newId();
    sessionStorage.setItem('waymark.tab', id);
    return id;
  } catch {
    return 'one';
  }
}
