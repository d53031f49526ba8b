export { createLocalConsentStorage } from './consent-storage.ts';
export { createConsentKeeper } from './create-consent-keeper.ts';
export type { ConsentStorage } from './consent-storage.ts';
export type { ConsentOutcome } from './create-consent-keeper.ts';
export type { ConsentEntry } from './kept-consent.ts';
