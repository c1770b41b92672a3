/** What awaits a review: read, filtered, ordered; which comes next. Knows nothing of how it is drawn. */
import { getJson } from '/shared/api.js';
import { ordered } from './order.js';
import { verifyBy } from './deadline.js';
import { readEffects } from './effects.js';

const PAGE = 100;

/** What a reviewer must know before a key is pressed. */
const standing = (report) => JSON.stringify([report.state, report.level, report.conflict, report.whyNot, report.alongside]);

export function createQueue(desk) {
  const changed = [];
  const reloaded = [];
  const tell = () => changed.forEach((listen) => listen());
  const address = new URLSearchParams(location.search);
  let reading = 0;
  let touched = false;
  let edits = 0;

  const queue = {
    entries: [], total: 0, more: null, failure: null, busy: true, openId: null,
    order: 'effect', list: address.get('list') === 'recheck' ? 'recheck' : 'queue',
    filters: { project: address.get('project') ?? '', township: address.get('township') ?? '', type: address.get('type') ?? '' },
    wanted: address.get('report'),
    onChange: (listen) => changed.push(listen),
    onReload: (listen) => reloaded.push(listen),
    tell, load, refresh, loadMore, bring, remove, putBack, step,
    get: (id) => queue.entries.find((entry) => entry.report.id === id),
    setOrder(name) { queue.order = name; sort(); tell(); },
    setFilter(name, value) { queue.filters[name] = value; return load(); },
    clear() { queue.filters = { project: '', township: '', type: '' }; return load(); },
    setList(name) { queue.list = name; return load(); },
    touch() { touched = true; },
  };

  async function load() {
    const mine = ++reading;
    touched = false;
    Object.assign(queue, { busy: true, failure: null, entries: [] });
    tell();
    try {
      const page = await read(null);
      if (mine !== reading) return;
      Object.assign(queue, { busy: false, entries: page.entries, total: page.total, more: page.next ?? null });
      await bring(queue.wanted);
      sort();
      tell();
      reloaded.forEach((listen) => listen());
      await readEffects(queue.entries, tell, stillWanted(mine));
      if (mine === reading && !touched) { sort(); tell(); }
    } catch (failure) {
      if (mine !== reading) return;
      Object.assign(queue, { busy: false, failure });
      tell();
    }
  }

  /**
   * What came meanwhile is added, what was decided elsewhere goes; the open one stays until it is left. Rows keep their places where somebody has
   * begun to work. → true where the open report stands otherwise than before.
   */
  async function refresh() {
    if (queue.busy) return false;
    const [mine, was, openId] = [reading, edits, queue.openId];
    const fresh = [];
    let page = { next: null };
    do {
      page = await read(page.next);
      fresh.push(...page.entries);
    } while (page.next && fresh.length < queue.entries.length);
    const there = fresh.find((entry) => entry.report.id === openId)?.report ?? (openId && await getJson(`/api/reports/${openId}`).catch(() => null));
    if (mine !== reading) return false;
    if (was !== edits) return refresh();
    const now = new Map(fresh.map((entry) => [entry.report.id, entry]));
    const open = queue.get(queue.openId);
    const moved = Boolean(open && there) && open.report.id === openId && standing(open.report) !== standing(there);
    const kept = queue.entries.filter((entry) => entry === open || now.has(entry.report.id));
    const added = fresh.filter((entry) => !queue.get(entry.report.id));
    kept.forEach((entry) => { if (entry !== open) entry.report = now.get(entry.report.id).report; });
    Object.assign(queue, { entries: [...kept, ...added], total: page.total, more: page.next ?? null, failure: null });
    if (!touched) sort();
    tell();
    if (added.length) readEffects(added, tell, stillWanted(mine));
    return moved;
  }

  /** What somebody else has decided meanwhile has no effect any more. */
  const stillWanted = (mine) => (entry) => mine === reading && (!entry || queue.entries.includes(entry));

  /** A report that the address or a conflict names comes first, also where it is far down the queue. */
  async function bring(id) {
    if (!id || queue.get(id)) return;
    const report = await getJson(`/api/reports/${id}`).catch(() => null);
    if (report?.mayReview) queue.entries.unshift({ report, effect: null, verifyBy: verifyBy(report, desk.progress) });
  }

  async function loadMore() {
    const page = await read(queue.more);
    queue.entries.push(...page.entries);
    queue.more = page.next ?? null;
    tell();
  }

  /** The lists are named as the states they are asked by: queue, recheck. */
  async function read(after) {
    const answer = await getJson('/api/reports', { state: queue.list, ...queue.filters, limit: PAGE, after });
    const entries = answer.reports.map((report) => ({ report, effect: null, verifyBy: verifyBy(report, desk.progress) }));
    return { entries, total: answer.total, next: answer.next };
  }

  function sort() {
    queue.entries = ordered(queue.entries, queue.list === 'recheck' ? 'receipt' : queue.order);
  }

  /** Takes a decided report out; returns the one to open next. */
  function remove(id) {
    const at = queue.entries.findIndex((entry) => entry.report.id === id);
    if (at < 0) return queue.entries[0] ?? null;
    edits += 1;
    queue.entries.splice(at, 1);
    queue.total = Math.max(0, queue.total - 1);
    return queue.entries[at] ?? queue.entries.at(-1) ?? null;
  }

  function putBack(report) {
    if (queue.get(report.id)) return;
    edits += 1;
    queue.entries.unshift({ report, effect: null, verifyBy: verifyBy(report, desk.progress) });
    queue.total += 1;
  }

  /** The entry before or after the open one; the ends stay. */
  function step(by) {
    const at = queue.entries.findIndex((entry) => entry.report.id === queue.openId);
    return queue.entries[Math.max(0, Math.min(queue.entries.length - 1, at + by))] ?? null;
  }

  return queue;
}
