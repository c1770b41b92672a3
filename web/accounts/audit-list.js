/** Who did what, newest first, a hundred at a time. */
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t, wordOr } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { empty, failed, loading } from '/shared/state.js';

const PAGE = 100;

export async function showAudit(box, zone, accounts) {
  put(box, loading(4));
  try {
    const { events } = await getJson('/api/audit', { limit: PAGE });
    put(box, events.length ? table(events, zone, accounts) : empty(t('audit.none')));
  } catch (problem) {
    put(box, failed(problem, () => showAudit(box, zone, accounts)));
  }
  box.setAttribute('aria-busy', 'false');
}

function table(events, zone, accounts) {
  const body = el('tbody', null, events.map((event) => row(event, zone, accounts)));
  const more = el('button', { class: 'text-button', type: 'button', hidden: events.length < PAGE }, t('audit.more'));
  let last = events.at(-1);
  more.addEventListener('click', async () => {
    const older = (await getJson('/api/audit', { limit: PAGE, before: last.id })).events;
    body.append(...older.map((event) => row(event, zone, accounts)));
    last = older.at(-1) ?? last;
    more.hidden = older.length < PAGE;
  });
  const heads = ['time', 'who', 'what', 'subject'].map((head) => el('th', { scope: 'col', class: 'start' }, t(`audit.${head}`)));
  return el('div', null, el('table', { class: 'table audit-table' }, el('thead', null, el('tr', null, heads)), body), more);
}

function row(event, zone, accounts) {
  const cell = (head, text) => el('td', { class: 'start wrap', data: { head: t(`audit.${head}`) } }, el('span', null, text));
  return el('tr', null,
    cell('time', moment(event.happenedAt, zone)),
    cell('who', event.userName ?? t('audit.system')),
    cell('what', wordOr(`audit.${event.action}`, event.action)),
    cell('subject', subject(event, accounts)));
}

/** An account by its name, a report by the start of its id; anything else as stored. */
function subject(event, accounts) {
  const [kind, id] = (event.subject ?? '').split('/');
  const account = kind === 'account' && accounts.find((a) => String(a.id) === id);
  if (kind === 'report' && id) return el('a', { href: `/review?report=${id}` }, t('audit.report-of', { id: id.slice(0, 8) }));
  return account ? account.displayName : event.subject ?? '';
}
