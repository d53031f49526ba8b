import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentRepository, StoredConsent } from '../consent-repository.ts';
import { sampleConsent, sampleId } from './sample-events.ts';

export interface OpenedConsents {
  readonly consents: ConsentRepository;
  readonly close: () => Promise<void>;
}

/** What every store of consent records must do. */
export const describeConsents = (name: string, open: () => Promise<OpenedConsents>): void => void describe(`${name} consents`, () => {
  let opened: OpenedConsents;
  beforeAll(async () => { opened = await open(); });
  afterAll(() => opened.close());
  const sample = (changes: Partial<StoredConsent> = {}): StoredConsent => ({ ...sampleConsent({ anonymousId: sampleId() }), tenantId: 'shop', receivedMs: 2000, ...changes });

  it('gives back every field, and keeps a record as it came first', async () => {
    const record = sample();
    await opened.consents.add([record, { ...record, textVersion: 'changed' }]);
    await opened.consents.add([{ ...record, source: 'do-not-track' }]);
    expect(await opened.consents.exportSubject('shop', record.anonymousId)).toEqual([record]);
  });

  it('keeps shops apart', async () => {
    const record = sample();
    await opened.consents.add([record, { ...record, tenantId: 'other' }]);
    expect(await opened.consents.eraseSubject('shop', record.anonymousId)).toBe(1);
    expect(await opened.consents.exportSubject('shop', record.anonymousId)).toEqual([]);
    expect(await opened.consents.exportSubject('other', record.anonymousId)).toHaveLength(1);
  });

  it('drops what is old', async () => {
    const [old, young] = [sample({ receivedMs: 10 }), sample({ receivedMs: 11 })];
    await opened.consents.add([old, young]);
    expect(await opened.consents.dropBefore(11)).toBe(1);
    expect(await opened.consents.exportSubject('shop', old.anonymousId)).toEqual([]);
    expect(await opened.consents.exportSubject('shop', young.anonymousId)).toEqual([young]);
  });
});
