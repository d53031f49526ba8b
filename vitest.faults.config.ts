import { defineConfig } from 'vitest/config';

/** The fault tests at their full counts, one after the other: `npm run test:faults`. */
export default defineConfig({
  test: {
    name: 'faults',
    environment: 'node',
    globalSetup: ['tools/testing/provide-chromium.ts', 'tools/testing/provide-postgres.ts', 'tools/testing/tell-skipped-nats.ts'],
    setupFiles: ['tools/testing/fail-on-console.ts'],
    include: ['{packages,tools,bench}/**/*.faults.test.ts', '{packages,tools,bench}/**/*.faults.browser.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 180_000,
  },
});
