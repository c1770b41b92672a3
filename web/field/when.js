/** Times as a crew says them, in the phone's own zone: 今天 13:05, 7月8日 07:30. */
import { language, t } from '/shared/i18n.js';

export function age(instant) {
  const at = new Date(instant);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (at.toDateString() === new Date().toDateString()) return t('field.today-at', { time });
  const day = at.toLocaleDateString(language() === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', day: 'numeric' });
  return `${day} ${time}`;
}

/** 1.2 MB, 38 KB. */
export function size(bytes) {
  if (!(bytes >= 0)) return '—';
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;
}
