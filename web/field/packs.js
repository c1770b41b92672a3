/** Offline packs: what there is, downloading, what the phone holds. */
import { call } from './line.js';
import { put, readAll, readOne, readValue, remove, writeValue } from './db.js';
import { fetchBytes } from './fetch-bytes.js';
import { FORMAT, mergeWorks } from './read-pack.js';
import { change, state } from './state.js';

/** Narrows what is asked for to the chosen projects. */
const only = () => (state.packProjects ? `?projects=${state.packProjects.join(',')}` : '');

/** Which choice of projects an offer is of; a tag says nothing about a pack of another choice. */
export const choiceOf = (projects) => (projects ?? ['all']).join(',');

/** What the server offers in my scope: {of, base, projects, packs: [{township, name, bytes, etag, footprints}]}; throws where it cannot be asked. */
export async function listPacks() {
  const of = choiceOf(state.packProjects);
  const answer = await call('GET', `/api/packs${only()}`, { token: state.device.token });
  if (answer.status !== 200) throw new Error(answer.json?.detail ?? 'offline');
  const packs = answer.json.packs.map(({ township, ...pack }) => ({ ...pack, township: township.code, name: township.name }));
  return { of, base: answer.json.base, projects: answer.json.projects, packs };
}

/** Everything on the phone → the keys of the state that depend on it. */
export async function loadPacks() {
  const [packs, base, packProjects] = await Promise.all([readAll('packs'), readValue('base'), readValue('pack-projects')]);
  const usable = packs.filter((pack) => pack.content.format === FORMAT);
  const contents = usable.map((pack) => pack.content);
  const projects = contents.flatMap((content) => content.projects);
  return {
    packs: usable.map(({ content, ...pack }) => ({ ...pack, builtAt: content.builtAt })), works: mergeWorks(contents), packProjects, base: base?.content ?? null, baseEtag: base?.etag ?? null,
    projects: new Map(projects.map((p) => [p.number, p.shortName ?? p.name])), icons: new Map(projects.map((p) => [p.number, p.icon])),
  };
}

/** Downloads these packs where they changed, base first, one after the other: what has come stays, whatever happens to the next. */
export async function download(wanted, base) {
  const total = wanted.reduce((sum, pack) => sum + pack.bytes, 0) + base.bytes;
  let before = 0;
  const fetched = async (path, { etag, bytes }) => {
    const content = await fetchBytes(path, etag, state.device.token, (done) => change({ download: { done: before + done, total } }));
    before += bytes;
    return content;
  };
  try {
    if (base.etag !== state.baseEtag) await writeValue('base', { etag: base.etag, content: await fetched('/api/packs/base', base) });
    for (const pack of wanted) {
      const held = await readOne('packs', pack.township);
      const content = held?.etag === pack.etag ? held.content : await fetched(`/api/packs/${pack.township}${only()}`, pack);
      await put('packs', { township: pack.township, name: pack.name, etag: pack.etag, bytes: pack.bytes, at: Date.now(), content });
    }
  } finally {
    change({ download: null, ...(await loadPacks()) });
  }
}

export async function removePack(township) {
  await remove('packs', township);
  change(await loadPacks());
}
