import { defineConfig } from 'vitest/config';

const BROWSER_TESTS = ['{packages,tools,bench}/**/*.browser.test.ts'];
/** Minutes long; `npm run test:faults` runs them. */
const FAULT_TESTS = ['{packages,tools,bench}/**/*.faults.test.ts', '{packages,tools,bench}/**/*.faults.browser.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['tools/testing/provide-chromium.ts', 'tools/testing/provide-postgres.ts', 'tools/testing/tell-skipped-nats.ts'],
    setupFiles: ['tools/testing/fail-on-console.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    coverage: {
      provider: 'v8',
      include: ['packages/{models,server-lite}/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/index.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Else one core of two would rest.
          maxWorkers: 2,
          environment: 'node',
          include: ['{packages,tools,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', ...BROWSER_TESTS, ...FAULT_TESTS],
          testTimeout: 20_000,
          // A database of its own takes a while where the machine is slow.
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: BROWSER_TESTS,
          exclude: ['**/node_modules/**', '**/dist/**', ...FAULT_TESTS],
          // Two cores: a second browser would only make both slow.
          maxWorkers: 1,
          // After the unit tests, not beside them.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
