/** The open report: reads it, hands it to the map, the photos and the panel, and takes the decision. */
import { put } from '/shared/dom.js';
import { failed, loading } from '/shared/state.js';
import { readCase } from './read-case.js';
import { readEffect } from './effects.js';
import { drawReport, drawNoReport } from './report-view.js';
import { createClaimMap } from './claim-map.js';
import { drawFigures } from './figures-view.js';
import { drawPhotos, openPhoto } from './photos-view.js';
import { createReasons } from './reasons.js';
import { decide, undo } from './decide.js';
import { toast } from './toast.js';
import { acceptable } from './words.js';
import { showPane } from './panes.js';

export function startCase(queue) {
  const [panel, stage, figures, photos] = ['panel', 'stage', 'figures', 'photos'].map((id) => document.getElementById(id));
  const map = createClaimMap(document.getElementById('map'), document.getElementById('over-map'), (i) => openPhoto(current, i));
  const reasons = createReasons(() => one.draw());
  let current = null;
  let reading = null;
  let busy = false;

  const one = { open, openFirst, draw, accept: () => send('accept'), giveBack, refit: map.refit, zoomPhoto: () => openPhoto(current, 0), reasons, undo: () => toast.act() };

  function openFirst() {
    const first = (queue.wanted && queue.get(queue.wanted)) || queue.entries[0];
    const direct = Boolean(queue.wanted);
    queue.wanted = null;
    if (first) open(first.report.id, direct);
    else drawNothing();
  }

  /** `look` brings a phone from the list to the report. */
  async function open(id, look = true) {
    if (busy) return;
    if (!queue.get(id)) await queue.bring(id);
    const entry = queue.get(id);
    if (!entry) return;
    reading?.abort();
    const mine = reading = new AbortController();
    if (queue.openId !== id) reasons.clear();
    queue.openId = id;
    queue.tell();
    note(queue);
    if (look) showPane('report');
    current = null; // until it is shown, no key decides anything
    put(panel, loading(6));
    try {
      const next = await readCase(entry, mine.signal);
      if (mine !== reading) return;
      entry.report = next.report;
      current = next;
      show();
      await addEffect(entry, next);
    } catch (problem) {
      if (problem.name !== 'AbortError') put(panel, failed(problem, () => open(id)));
    }
  }

  /** While it is asked for, the panel says so. */
  async function addEffect(entry, shown) {
    if (shown.effect || !acceptable(shown.report)) return;
    shown.effect = 'asked';
    draw();
    entry.effect = await readEffect(shown.report);
    shown.effect = entry.effect;
    if (current !== shown) return;
    if (!shown.feature) drawFigures(figures, shown);
    draw();
  }

  function show() {
    const mapped = Boolean(current.feature);
    reasons.suit(current.report.type);
    stage.hidden = !mapped;
    figures.hidden = mapped;
    drawPhotos(photos, current, map);
    if (mapped) map.show(current);
    else drawFigures(figures, current);
    draw();
  }

  function draw() {
    if (current) drawReport(panel, current, { one, reasons, busy, queue });
  }

  function drawNothing() {
    current = null;
    queue.openId = null;
    stage.hidden = false;
    figures.hidden = true;
    map.clear();
    put(photos);
    drawNoReport(panel);
    showPane('list');
    note(queue);
  }

  /** The first press without a reason asks for one. */
  function giveBack() {
    if (!current?.report.mayReview && queue.list !== 'recheck') return;
    if (!reasons.text()) return reasons.ask();
    send(queue.list === 'recheck' ? 'revoke' : 'return');
  }

  async function send(verdict) {
    if (busy || !current || (verdict === 'accept' && !acceptable(current.report, queue.list))) return;
    const { report } = current;
    busy = true;
    queue.touch();
    draw();
    try {
      await decide(report, verdict, verdict === 'accept' ? null : reasons.text());
    } catch (problem) {
      busy = false;
      draw();
      toast.fail(problem, () => (current?.report.id === report.id ? send(verdict) : open(report.id)));
      return;
    }
    busy = false;
    current = null;
    reasons.clear();
    const next = queue.remove(report.id);
    const again = verdict === 'accept' && queue.list === 'recheck';
    toast.done(report, again ? 'recheck' : verdict, again || verdict === 'revoke' ? null : () => takeBack(report, verdict));
    queue.tell();
    if (next) open(next.report.id);
    else if (queue.more) queue.load();
    else drawNothing();
  }

  async function takeBack(report, verdict) {
    try {
      queue.putBack(await undo(report, verdict));
      open(report.id);
    } catch (problem) {
      toast.fail(problem, () => takeBack(report, verdict));
    }
  }

  return one;
}

/** The address names the open report and the filters, so that it can be sent to a colleague or come back after sign-in. */
function note(queue) {
  const query = new URLSearchParams(Object.entries({ ...queue.filters, report: queue.openId ?? '' }).filter(([, value]) => value));
  history.replaceState(null, '', query.size ? `/review?${query}` : '/review');
}
