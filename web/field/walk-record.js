/** The raw walk beside its report; the server forgets it after 30 days, the phone as soon as it has arrived. */
const MOST = 15_000;
const round = (degrees) => Math.round(degrees * 1e7) / 1e7;

export function walkMark(claim, report, account) {
  const id = crypto.randomUUID();
  const body = { report, points: claim.fixes.slice(-MOST).map(({ lon, lat, accuracyM, at }) => [round(lon), round(lat), accuracyM, at]) };
  return { id, account, at: Date.now(), type: 'walk', path: `/api/walks/${id}`, body: JSON.stringify(body), about: { footprint: claim.work.code }, photos: [], title: claim.work.properties.name };
}
