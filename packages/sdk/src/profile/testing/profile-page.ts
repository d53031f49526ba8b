import type { BodyEstimate } from '@vua/models/body';
import { type Vua, createVua } from '../../create-vua.ts';
import type { ProfileConsent } from '../device-profile.ts';
import { createEncryptedStore, databaseName } from '../encrypted-store.ts';
import type { ProfileRecord } from '../profile-record.ts';
import { type SealedRecord, sealRecord } from '../seal-record.ts';
import { dumpStorage } from './dump-storage.ts';

const open = (siteKey: string): Vua => createVua({ assetsUrl: '/vua/', locale: 'en', siteKey });
const plain = async (siteKey: string, version?: number): Promise<IDBDatabase> => new Promise((resolve, reject) => {
  const request = indexedDB.open(databaseName(siteKey), version);
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
});
const held: IDBDatabase[] = [];

const done = (request: IDBRequest): Promise<unknown> => new Promise((resolve, reject) => {
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
});

async function sealedOf(siteKey: string): Promise<SealedRecord> {
  const database = await plain(siteKey);
  try {
    return await done(database.transaction('profile').objectStore('profile').get('kept')) as SealedRecord;
  } finally {
    database.close();
  }
}

async function putRaw(siteKey: string, value: unknown): Promise<void> {
  const database = await plain(siteKey);
  await done(database.transaction('profile', 'readwrite').objectStore('profile').put(value, 'kept'));
  database.close();
}

const nameOf = (task: Promise<unknown>): Promise<string> => task.then(() => 'given away', (error: unknown) => (error instanceof Error ? error.name : 'no error'));

/** What a test asks of a page. */
export const lab = {
  read: (siteKey: string) => open(siteKey).profile.read(),
  keep: (siteKey: string, body: BodyEstimate, consent: ProfileConsent) => open(siteKey).profile.keep(body, consent),
  forget: (siteKey: string) => open(siteKey).profile.forget(),
  keepAndForget: async (siteKey: string, body: BodyEstimate, consent: ProfileConsent) => Promise.all([open(siteKey).profile.keep(body, consent), open(siteKey).profile.forget()]),

  storeWrite: (siteKey: string, record: ProfileRecord) => createEncryptedStore({ siteKey }).write(record),
  storeRead: (siteKey: string) => createEncryptedStore({ siteKey }).read(),
  storeClear: (siteKey: string) => createEncryptedStore({ siteKey }).clear(),

  dump: dumpStorage,
  /** What a script gets that asks for the key in every way the platform has. */
  async stealKey(siteKey: string) {
    const { key } = await sealedOf(siteKey);
    const wrapping = await crypto.subtle.generateKey({ name: 'AES-KW', length: 256 }, true, ['wrapKey', 'unwrapKey']);
    const copy = structuredClone(key);
    return Promise.all([
      nameOf(crypto.subtle.exportKey('raw', key)), nameOf(crypto.subtle.exportKey('jwk', key)), nameOf(crypto.subtle.exportKey('raw', copy)),
      nameOf(crypto.subtle.wrapKey('raw', key, wrapping, 'AES-KW')), nameOf(crypto.subtle.wrapKey('jwk', key, wrapping, 'AES-KW')),
    ]);
  },
  /** What a script of the page can do all the same. */
  async useKey(siteKey: string) {
    const { key, iv, ciphertext, version } = await sealedOf(siteKey);
    const additionalData = new TextEncoder().encode(JSON.stringify(['vua-profile', version, siteKey]));
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext)).trim();
  },
  async sealedBytes(siteKey: string) {
    const { ciphertext, iv } = await sealedOf(siteKey);
    return { iv: [...iv], ciphertext: [...new Uint8Array(ciphertext)] };
  },
  async tamper(siteKey: string, how: 'ciphertext' | 'iv' | 'cut' | 'version' | 'newer' | 'foreign' | 'key' | 'swap') {
    const sealed = await sealedOf(siteKey);
    const flip = (bytes: ArrayBuffer): ArrayBuffer => {
      const copy = new Uint8Array(bytes.slice(0));
      copy[5] = (copy[5] ?? 0) ^ 1;
      return copy.buffer;
    };
    const changes = {
      ciphertext: { ciphertext: flip(sealed.ciphertext) },
      iv: { iv: new Uint8Array(flip(sealed.iv.buffer)) },
      cut: { ciphertext: sealed.ciphertext.slice(16) },
      version: { version: 0 },
      newer: { version: 99 },
      foreign: { key: 'a', iv: 'b', ciphertext: 'c' },
      key: { key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) },
      swap: {},
    };
    await putRaw(siteKey, { ...sealed, ...changes[how] });
  },
  /** Puts the record of one shop in the place of another's. */
  async moveRecord(from: string, to: string) { await putRaw(to, await sealedOf(from)); },
  async sealAs(siteKey: string, record: ProfileRecord) { await putRaw(siteKey, await sealRecord(record, siteKey)); },
  /** Makes the database what a later version of the SDK, or somebody else, left. */
  async makeDatabase(siteKey: string, version: number) { (await plain(siteKey, version)).close(); },
  /** Holds the database open and lets nobody have it. */
  async holdOpen(siteKey: string) { held.push(await plain(siteKey)); },
  letGo() { for (const database of held.splice(0)) database.close(); },
  /** Writes `values` in the open, in one of the ways in which they must not be found. */
  async plant(way: 'database' | 'floats' | 'local' | 'session' | 'cookie' | 'cache' | 'file', values: readonly number[]) {
    const text = JSON.stringify({ girths: values });
    if (way === 'database') await putRaw('planted', { girths: values });
    else if (way === 'floats') await putRaw('planted', Float64Array.from(values));
    else if (way === 'local') localStorage.setItem('girths', text);
    else if (way === 'session') sessionStorage.setItem('girths', btoa(text));
    else if (way === 'cookie') document.cookie = `girths=${values.join('-')}`;
    else if (way === 'cache') await (await caches.open('girths')).put('/girths', new Response(text));
    else {
      const file = await (await (await navigator.storage.getDirectory()).getFileHandle('girths', { create: true })).createWritable();
      await file.write(text);
      await file.close();
    }
  },
};
