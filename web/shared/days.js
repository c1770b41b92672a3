/** Calendar days as 'YYYY-MM-DD'; they have no zone. */
const DAY_MS = 86_400_000;

export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
export const addDays = (iso, n) => new Date(Date.parse(iso) + n * DAY_MS).toISOString().slice(0, 10);
