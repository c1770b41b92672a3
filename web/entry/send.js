/** One draft becomes one report. Sent again after a break it is the same one; changed since, it is another. */
import { newId, putFile, putJson } from '/shared/api.js';

const PATH = { quantity: 'quantity-reports', percent: 'declared-percents', checklist: 'checklist-reports' };

export function sendReport(drafts, key, type, body) {
  const text = JSON.stringify(body);
  const { sent } = drafts.get(key) ?? {};
  const id = sent?.body === text ? sent.id : newId();
  drafts.set(key, { sent: { id, body: text } });
  return putJson(`/api/${PATH[type]}/${id}`, body);
}

/** Pictures of papers, named by what they hold. Without a secure page the browser cannot say what that is. */
export const canAttach = () => Boolean(globalThis.crypto?.subtle);

export async function sendAttachment(file) {
  const bytes = await file.arrayBuffer();
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((b) => b.toString(16).padStart(2, '0')).join('');
  await putFile(`/api/photos/${hash}`, new Blob([bytes]));
  return hash;
}
