/** What in a project's figures wants a look; it changes no light. Each opens at its place, the desk lets it rest. */
import { getJson } from '/shared/api.js';
import { el } from '/shared/dom.js';
import { findingText, placeOf, urlOf } from '/shared/finding.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { section } from './panel-parts.js';
import { state } from './state.js';

const SHOWN = 4;

/** Findings are of today: of a past day there are none. */
export async function findingsOf(project) {
  if (state.day || state.me.role === 'crew') return null;
  const { findings, open } = await getJson('/api/findings', { project, limit: SHOWN });
  if (!open) return null;
  return section(t('finding.of-project'), el('a', { class: 'text-button', href: '/desk#findings' }, t('finding.to-desk')),
    el('ul', { class: 'flags' }, findings.filter((one) => !one.muted).map((one) => el('li', null, icon('flag', 14), el('a', { href: urlOf(one) }, [placeOf(one.sides[0]), findingText(one)].filter(Boolean).join(' · '))))),
    open > SHOWN && el('p', { class: 'second' }, t('desk.more', { count: open - SHOWN })));
}
