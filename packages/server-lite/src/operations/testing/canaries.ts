/** One of each kind of secret, none of which occurs by chance. */
export const CANARIES = {
  apiKey: 'vua_sk_canary0key00_C4n4ryS3cr3tOfAProgram0000000000000000000000',
  wrongKey: 'vua_sk_canary0key00_Wr0ngC4n4ryS3cr3t000000000000000000000000000',
  metricsToken: 'canary-metrics-token-5d1f',
  token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.canarysignature',
  cookie: 'canary-cookie-91c2',
  agent: 'canary-agent-77b0',
  referrer: 'canary-referrer-31aa',
  address: '203.0.113.177',
  email: 'canary.mail@people.example',
  pan: '4929123412341234',
  keypoint: '0.827364519',
  cm: '91.73645192',
  password: 'canary-password-0c44',
  subject: '019aa0c0-0000-7000-8000-00000ca4a4ee',
  customer: 'CanaryCustomerHmac'.padEnd(43, 'x'),
  erasure: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  term: 'canary-search-term-8e2d',
  key: 'canaryFieldName5521',
  path: 'canary-path-6d0e',
  headerSecret: 'canary-header-secret-4b1a',
  storeMessage: 'canary-row-of-a-store-3b7f',
  databasePassword: 'canary-database-password-f10a',
} as const;

export type CanaryName = keyof typeof CANARIES;

/** Credentials must not even stand in answers to those who hold them. */
export const CREDENTIALS: readonly CanaryName[] = ['apiKey', 'wrongKey', 'metricsToken', 'token', 'cookie', 'headerSecret', 'databasePassword'];

/** Names of those of the canaries that stand in a text, also as in an address. */
export function canariesIn(text: string, names: readonly CanaryName[] = Object.keys(CANARIES) as CanaryName[]): readonly CanaryName[] {
  return names.filter((name) => text.includes(CANARIES[name]) || text.includes(encodeURIComponent(CANARIES[name])));
}
