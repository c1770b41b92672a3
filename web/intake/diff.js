/** The difference to what is in force: counts as tabs, rows with faults and remedies, what to leave out, and the acceptance. */
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { empty, failed, loading } from '/shared/state.js';
import { diffRow, missingRow } from './diff-row.js';
import { moves } from './moves.js';
import { notice } from './notice.js';
import { splits } from './splits.js';

const KINDS = ['new', 'changed', 'faulty', 'missing', 'unchanged'];

/** accept({outcomes, without, with, retire}) and repair(mapping) throw a problem. */
export function diff(current, { root, base, plan, me }, map, { accept, repair }) {
  const { counts } = current;
  const address = `${root}/${current.number}`;
  const whole = current.mapping.subject === 'townships';
  /** Of each kind all but some, or none but some. */
  const picks = { new: { all: true, but: new Set() }, changed: { all: true, but: new Set() } };
  const retire = new Set();
  let kind = KINDS.find((each) => counts[each]) ?? 'new';
  const list = el('div', { class: 'diff-list', 'aria-live': 'polite' });
  const tabs = el('div', { class: 'segment', role: 'group', 'aria-label': t('intake.step-diff') });
  const every = el('div');
  const said = el('div', { role: 'alert' });
  const hint = el('span', { class: 'muted' });
  const go = el('button', { class: 'button primary', type: 'button', id: 'accept', on: { click: send } });
  const names = namesOf(base, plan);
  const moved = !whole && (counts.changed || counts.missing) && moves(address, me.zone);
  if (moved) moved.draw(retire);
  drawTabs();
  drawGo();
  show();
  return el('section', { class: 'intake-step now diff' }, el('h2', { tabindex: -1 }, t('intake.step-diff')), tabs, hints(), every, list, whole && splits(address, names), moved && moved.node, said,
    el('p', { class: 'step-go sticky' }, hint, go));

  function drawTabs() {
    put(tabs, KINDS.map((each) => el('button', { type: 'button', 'aria-pressed': String(each === kind), data: { kind: each }, on: { click: () => { kind = each; drawTabs(); show(); } } },
      `${t(`intake.outcome.${each}`)} ${number(counts[each] ?? 0, 0)}`)));
  }

  function hints() {
    const outside = counts.faulty && counts.faulty === current.reading.features && current.reading.withoutShape < current.reading.features;
    return [counts.repairable > 0 && el('p', { class: 'notice' }, t('intake.repairable', { count: counts.repairable }), ' ',
      el('button', { class: 'text-button', type: 'button', on: { click: () => repair({ ...current.mapping, repair: true }).catch((problem) => put(said, notice(problem))) } }, t('intake.repair'))),
    outside && el('p', { class: 'notice bad' }, t('intake.all-faulty'))];
  }

  async function show() {
    const shown = kind;
    put(list, loading(4));
    put(every, !whole && picks[kind] && counts[kind] > 1 && tickAll(kind));
    try {
      if (shown !== 'missing') return await more(0, el('ul', { class: 'diff-rows' }));
      const { codes } = await getJson(`${address}/missing`);
      return shown === kind && drawMissing(codes);
    } catch (problem) {
      return shown === kind && put(list, failed(problem, show));
    }
  }

  async function more(after, rows) {
    const shown = kind;
    const page = await getJson(`${address}/features`, { outcome: kind, after });
    if (shown !== kind) return;
    page.features.forEach((feature) => rows.append(diffRow(feature, whole ? null : picks[kind], drawGo, () => map?.point(feature.number))));
    put(list, rows.children.length ? rows : empty(t(`intake.none.${kind}`)),
      page.more && el('button', { class: 'text-button', type: 'button', on: { click: () => more(page.features.at(-1).number, rows).catch((problem) => put(said, notice(problem))) } }, t('intake.more')));
  }

  function drawMissing(codes) {
    put(list, codes.length ? [el('p', { class: 'rule' }, t(whole ? 'intake.missing-go' : 'intake.missing-stay')), el('ul', { class: 'diff-rows' }, codes.map((code) => missingRow(code, retire, retired, () => map?.point(code))))] : empty(t('intake.none.missing')));
  }

  function retired() {
    drawGo();
    if (moved) moved.draw(retire);
  }

  function tickAll(of) {
    const tick = el('input', { type: 'checkbox', checked: picks[of].all, id: 'take-all', on: { change: () => {
      picks[of] = { all: tick.checked, but: new Set() };
      drawGo();
      show();
    } } });
    return el('label', { class: 'take-all' }, tick, t(`intake.take-all-${of}`, { count: number(counts[of], 0) }));
  }

  function drawGo() {
    const adds = taken('new');
    const changes = taken('changed');
    const blocked = whole && (counts.faulty > 0 ? 'intake.whole-faulty' : retire.size < counts.missing ? 'intake.whole-missing' : null);
    go.disabled = adds + changes + retire.size === 0 || Boolean(blocked);
    put(hint, t(blocked || 'intake.accept-means'));
    put(go, t(retire.size ? 'intake.accept-retire' : 'intake.accept', { new: number(adds, 0), changed: number(changes, 0), retired: number(retire.size, 0) }));
  }

  function taken(of) {
    const { all, but } = picks[of];
    return all ? (counts[of] ?? 0) - but.size : but.size;
  }

  function chosen() {
    const kinds = Object.keys(picks);
    const but = (all) => kinds.filter((of) => picks[of].all === all).flatMap((of) => [...picks[of].but]);
    return { outcomes: kinds.filter((of) => picks[of].all), without: but(true), with: but(false), retire: [...retire] };
  }

  async function send() {
    go.disabled = true;
    put(said, el('p', { class: 'muted', role: 'status' }, t('intake.accepting')));
    try {
      await accept(chosen());
    } catch (problem) {
      put(said, notice(problem));
      drawGo();
    }
  }
}

/** What stands behind codes, also of townships that the file brings. */
function namesOf(base, plan) {
  const indicators = plan.projects.flatMap((project) => project.tracks.flatMap((track) => track.indicators));
  return {
    township: (code) => base.townships.features.find((f) => f.properties.code === code)?.properties.name ?? (code || t('intake.outside-any')),
    indicator: (code) => indicators.find((i) => i.code === code) ?? { name: code, unit: '', decimals: 2 },
  };
}
