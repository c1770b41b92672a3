/** Photos of accepted reports on public ground: tick what may go out, with a caption; faces are the approver's duty. */
import { deleteJson, getJson, putJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';
import { photoUrl } from '/shared/lightbox.js';
import { empty, failed, loading } from '/shared/state.js';

const LONGEST = 60;
/** The photo just ticked: the keyboard stays there when the page is drawn anew. */
let ticked = null;

/** changed() is called after what the public sees would be another. */
export function startPhotos(select, box, { draft }, changed) {
  const placed = draft.facts.projects.filter((p) => p.places);
  const chosen = select.value;
  put(select, placed.map((p) => el('option', { value: p.number }, `${p.number} ${p.shortName} · ${t('publish.photo-count', { count: p.photos.length })}`)));
  if (!placed.length) return put(box, empty(t('publish.no-places')));
  select.value = placed.some((p) => String(p.number) === chosen) ? chosen : String(placed[0].number);
  select.onchange = () => { put(box, loading(3)); show(select.value, box, changed); };
  return show(select.value, box, changed);
}

async function show(project, box, changed) {
  try {
    const { photos } = await getJson('/api/public-photos', { project });
    put(box, el('p', { class: 'notice' }, t('publish.faces')),
      photos.length ? el('ul', { class: 'publish-photos' }, photos.map((photo) => item(photo, changed))) : empty(t('publish.no-photos'), t('publish.no-photos-why')));
    box.querySelector(`[data-sha="${ticked}"] input[type=checkbox]`)?.focus();
    ticked = null;
  } catch (problem) {
    put(box, failed(problem, () => show(project, box, changed)));
  }
}

function item(photo, changed) {
  const out = photo.caption !== null && photo.caption !== undefined;
  const caption = el('input', { class: 'field compact', maxlength: LONGEST, 'aria-label': t('publish.caption'), placeholder: t('publish.caption') });
  caption.value = photo.caption ?? photo.footprint;
  const tick = el('input', { type: 'checkbox' });
  tick.checked = out;
  const fault = el('span', { class: 'fault', role: 'alert', hidden: true });
  const save = el('button', { class: 'text-button', type: 'button', hidden: true, on: { click: () => send(true) } }, t('publish.save-caption'));
  const send = async (wanted) => {
    tick.disabled = true;
    try {
      if (wanted) await putJson(`/api/public-photos/${photo.sha256}`, { report: photo.report, caption: caption.value });
      else await deleteJson(`/api/public-photos/${photo.sha256}`);
      ticked = photo.sha256;
      await changed();
    } catch (problem) {
      tick.checked = out;
      tick.disabled = false;
      fault.hidden = false;
      put(fault, problem.status ? problem.faults[0]?.detail ?? problem.message : t('state.offline'));
    }
  };
  tick.addEventListener('change', () => send(tick.checked));
  caption.addEventListener('input', () => { save.hidden = !tick.checked; });
  return el('li', { class: out ? 'out' : null, data: { sha: photo.sha256 } }, el('a', { href: photoUrl(photo.sha256), target: '_blank' }, el('img', { src: photoUrl(photo.sha256, true), alt: photo.footprint, loading: 'lazy' })),
    el('p', { class: 'muted' }, `${photo.footprint} · ${day(photo.takenOn)}`), caption,
    el('label', { class: 'tick' }, tick, el('span', null, t(out ? 'publish.is-public' : 'publish.make-public'))), save, fault);
}
