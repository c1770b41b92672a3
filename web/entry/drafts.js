/**
 * What is typed and not sent, kept in this browser by person, year and month. A draft of a figure is {value, note}, of an item {done, note};
 * `sent` is the report it was last sent as, so that sending again after a break is the same report.
 */
const PREFIX = 'waymark.entry';

export function openDrafts(userName, month) {
  const place = `${PREFIX}.${userName}.${month}`;
  const all = read(place);
  const save = () => {
    if (Object.keys(all).length) localStorage.setItem(place, JSON.stringify(all));
    else localStorage.removeItem(place);
  };
  return {
    get: (key) => all[key] ?? null,
    keys: () => Object.keys(all),
    /** An empty draft is none; `kept` stays as an empty row that somebody added. */
    set(key, change) {
      const draft = { ...all[key], ...change };
      if (!draft.value && !draft.note && !draft.done && !draft.kept) delete all[key];
      else all[key] = draft;
      save();
    },
    drop(key) {
      delete all[key];
      save();
    },
  };
}

function read(place) {
  try {
    return JSON.parse(localStorage.getItem(place)) ?? {};
  } catch {
    return {};
  }
}
