/**
 * The phone's own store. reports and events are only ever added to; photos go after a receipt; packs and values are replaced.
 * Also used by the service worker: no DOM here.
 */
const NAME = 'waymark-field';
let opened = null;

/** A fault while writing; `full` where the phone has no room. */
export class StoreFault extends Error {
  constructor(cause) {
    super(cause?.message ?? 'the store failed', { cause });
    this.full = cause?.name === 'QuotaExceededError';
  }
}

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => create(request.result);
    request.onerror = () => { opened = null; reject(new StoreFault(request.error)); };
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => { db.close(); opened = null; };
      db.onclose = () => { opened = null; };
      resolve(db);
    };
  });
  return opened;
}

function create(db) {
  db.createObjectStore('reports', { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true });
  db.createObjectStore('events', { keyPath: 'n', autoIncrement: true }).createIndex('report', 'report');
  db.createObjectStore('photos', { keyPath: 'sha256' });
  db.createObjectStore('packs', { keyPath: 'township' });
  db.createObjectStore('values', { keyPath: 'key' });
}

/** All or nothing, on the disk when it resolves. work(stores by name, done(result)) issues requests; it must not await. */
export async function transact(names, work) {
  const db = await open();
  return new Promise((resolve, reject) => {
    let result;
    let tx;
    try {
      tx = db.transaction(names, 'readwrite', { durability: 'strict' });
      work(Object.fromEntries(names.map((name) => [name, tx.objectStore(name)])), (value) => { result = value; });
    } catch (error) {
      tx?.abort();
      reject(new StoreFault(error));
      return;
    }
    tx.oncomplete = () => resolve(result);
    tx.onabort = tx.onerror = () => reject(new StoreFault(tx.error));
  });
}

export const readAll = (name) => read(name, (store) => store.getAll());
export const readOne = (name, key) => read(name, (store) => store.get(key));
export const readKeys = (name) => read(name, (store) => store.getAllKeys());
export const put = (name, value) => transact([name], (stores) => { stores[name].put(value); });
export const remove = (name, key) => transact([name], (stores) => { stores[name].delete(key); });
export const readValue = async (key) => (await readOne('values', key))?.value ?? null;
export const writeValue = (key, value) => put('values', { key, value });

async function read(name, ask) {
  const db = await open();
  return new Promise((resolve, reject) => {
    const request = ask(db.transaction(name).objectStore(name));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new StoreFault(request.error));
  });
}
