/** 导出未上传数据: everything unsent as one file for each account, which an administrator can import. Nothing is marked as sent by it. */
import { t } from '/shared/i18n.js';
import { state } from './state.js';
import { unsentMarks } from './queue.js';
import { readPhoto } from './outbox.js';
import { toast } from './toast.js';

export async function exportRescue(items) {
  const left = unsentMarks(items);
  for (const account of new Set(left.map((item) => item.account))) {
    const file = await rescueOf(account, left.filter((item) => item.account === account));
    save(`waymark-rescue-${account}-${file.exportedAt.slice(0, 16).replace(/[-:T]/g, '')}.json`, JSON.stringify(file));
  }
  toast(t('field.rescued'));
}

/** {format, version, account, device, exportedAt, reports: [{id, body, photos: [{sha256, base64}]}]} */
export async function rescueOf(account, items) {
  const reports = [];
  for (const item of items) {
    const photos = await Promise.all(item.photos.map(async (sha256) => ({ sha256, picture: await readPhoto(sha256) })));
    reports.push({ id: item.id, body: JSON.parse(item.body), photos: photos.filter((p) => p.picture).map((p) => ({ sha256: p.sha256, base64: base64(p.picture.bytes) })) });
  }
  return { format: 'waymark-rescue', version: 1, account, device: state.device?.id ?? null, exportedAt: new Date().toISOString(), reports };
}

function base64(bytes) {
  const all = new Uint8Array(bytes);
  let text = '';
  for (let i = 0; i < all.length; i += 0x8000) text += String.fromCharCode(...all.subarray(i, i + 0x8000));
  return btoa(text);
}

function save(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
