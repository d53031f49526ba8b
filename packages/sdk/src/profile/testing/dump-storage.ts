/** All that a script can read of an origin's storage, as text and as bytes. */
export interface StorageDump {
  /** Where it was found, and the text. */
  readonly texts: readonly (readonly [where: string, text: string])[];
  readonly numbers: readonly (readonly [where: string, value: number])[];
  readonly bytes: readonly (readonly [where: string, bytes: readonly number[]])[];
  /** CryptoKey objects: whether each can be exported. */
  readonly keys: readonly (readonly [where: string, isExtractable: boolean])[];
  readonly databases: readonly string[];
}

type Found = { -readonly [Kind in keyof StorageDump]: StorageDump[Kind][number][] };

/** Reads IndexedDB, localStorage, sessionStorage, cookies, Cache API and the private file system of this page's origin. */
export async function dumpStorage(): Promise<StorageDump> {
  const found: Found = { texts: [], numbers: [], bytes: [], keys: [], databases: [] };
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) walk(found, name, Object.entries(storage));
  walk(found, 'cookie', document.cookie);
  for (const { name = '' } of await indexedDB.databases()) {
    found.databases.push(name);
    // oxlint-disable-next-line no-await-in-loop -- one connection at a time
    await dumpDatabase(found, name);
  }
  for (const name of await caches.keys()) {
    // oxlint-disable-next-line no-await-in-loop -- few
    const answers = await (await caches.open(name)).matchAll();
    // oxlint-disable-next-line no-await-in-loop -- few
    for (const answer of answers) walk(found, `caches ${answer.url}`, await answer.arrayBuffer());
  }
  for await (const [name, handle] of (await navigator.storage.getDirectory()).entries()) {
    walk(found, 'file name', name);
    if (handle instanceof FileSystemFileHandle) walk(found, name, await (await handle.getFile()).arrayBuffer());
  }
  return found;
}

async function dumpDatabase(found: Found, name: string): Promise<void> {
  const database = await answerOf(indexedDB.open(name));
  walk(found, 'database name', name);
  for (const store of database.objectStoreNames) {
    const objects = database.transaction(store).objectStore(store);
    // oxlint-disable-next-line no-await-in-loop -- few
    walk(found, `${name} ${store}`, await Promise.all([answerOf(objects.getAllKeys()), answerOf(objects.getAll())]));
  }
  database.close();
}

function walk(found: Found, where: string, value: unknown): void {
  if (typeof value === 'string') found.texts.push([where, value]);
  else if (typeof value === 'number') found.numbers.push([where, value]);
  else if (value instanceof ArrayBuffer) found.bytes.push([where, [...new Uint8Array(value)]]);
  else if (ArrayBuffer.isView(value)) found.bytes.push([where, [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]]);
  else if (value instanceof CryptoKey) found.keys.push([where, value.extractable]);
  else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) walk(found, `${where} ${name}`, inner);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}
