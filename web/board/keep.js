/** The last good answer, so that a screen that starts without the server shows it with its time. */
const NAME = 'waymark-board';

function open() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('last');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function run(mode, work) {
  const db = await open();
  try {
    return await new Promise((done, failed) => {
      const request = work(db.transaction('last', mode).objectStore('last'));
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  } finally {
    db.close();
  }
}

/** Never throws: a full disk must not stop the screen. */
export const keep = (data) => run('readwrite', (store) => store.put(data, 'data')).catch((error) => console.warn('not kept', error));

export const kept = () => run('readonly', (store) => store.get('data')).catch(() => null);
