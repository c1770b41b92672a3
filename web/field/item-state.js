/** The one word for where a mark stands, from the phone's phase and what the server last said. No DOM. */

/** As listed: what needs the crew first. */
export const ORDER = ['returned', 'parked', 'conflict', 'sending', 'waiting', 'received', 'accepted'];

/** progress: {report} that is being sent just now, or null. */
export function standingOf(item, progress) {
  if (item.phase === 'parked') return 'parked';
  if (progress?.report === item.id && item.phase !== 'done') return 'sending';
  if (item.phase === 'waiting') return 'waiting';
  const said = item.state?.state;
  if (item.phase === 'received') return ['returned', 'conflict'].includes(said) ? said : 'waiting'; // its photos wait
  return ['returned', 'conflict', 'accepted'].includes(said) ? said : 'received';
}
