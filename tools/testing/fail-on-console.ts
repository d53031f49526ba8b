import { afterEach, beforeEach, expect } from 'vitest';

// A test that prints says something nobody reads: console output that was not asked for fails it.
// A test that expects output spies on the method itself (`vi.spyOn(console, 'warn').mockImplementation(...)`).
const METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const;
const printed: string[] = [];

for (const method of METHODS) {
  console[method] = (...values: readonly unknown[]): void => {
    printed.push(`console.${method}: ${values.map(String).join(' ')}`);
  };
}

beforeEach(() => {
  printed.length = 0;
});

afterEach(() => {
  expect(printed.splice(0), 'unexpected console output').toEqual([]);
});
