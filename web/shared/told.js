/** A percent in words where nobody told it. */
import { percent } from './format.js';
import { t } from './i18n.js';

const missing = (value) => value === null || value === undefined;

/** The lowest indicator speaks for its track; where nobody reported that one, others may have been. */
export function toldPercent(value, tracks) {
  if (!missing(value)) return percent(value);
  return t(tracks.some((track) => (track.indicators ?? []).some((one) => !missing(one.verified))) ? 'list.partly-reported' : 'list.unreported');
}
