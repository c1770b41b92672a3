/** Why there is no position, or how good it is, in one line. */
import { t } from '/shared/i18n.js';
import { grade } from './snap.js';

export function fixText({ fix, fixFault }) {
  if (fixFault && !fix) return t(`field.fix-${fixFault}`);
  if (!fix) return t('field.fix-waiting');
  return t(`field.fix-${grade(fix.accuracyM)}`, { metres: Math.round(fix.accuracyM) });
}
