/** A picture from the camera → the bytes of record: turned upright, at most 1600 px, JPEG, nothing of the original's metadata. */
const LONGEST_PX = 1600;
const QUALITY = 0.82;

/** file, fix at that moment → {sha256, bytes: ArrayBuffer, takenAt, lon, lat, accuracyM, bearing}; what the phone did not know is left out. */
export async function takePhoto(file, fix) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', QUALITY); });
  const bytes = await blob.arrayBuffer();
  return { sha256: await sha256(bytes), bytes, takenAt: new Date().toISOString(), ...where(fix) };
}

function where(fix) {
  if (!fix) return {};
  const { lon, lat, accuracyM, bearing } = fix;
  return { lon, lat, accuracyM, ...(bearing === null || bearing === undefined ? {} : { bearing }) };
}

export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** As a report cites it. */
export function cite({ sha256: hash, takenAt, lon, lat, accuracyM, bearing }) {
  const cited = { sha256: hash, takenAt, lon, lat, accuracyM, bearing };
  return Object.fromEntries(Object.entries(cited).filter(([, value]) => value !== undefined && value !== null));
}
