import type { Page } from 'playwright-core';

type Methods = Record<string, (...values: unknown[]) => unknown>;

/** Calls a method of an object that the page has put into its global scope. @returns its answer, as JSON carries it. */
export function callPage(page: Page, object: string, method: string, parameters: readonly unknown[]): Promise<unknown> {
  return page.evaluate(([name, called, given]) => {
    const target = (globalThis as unknown as Record<string, Methods>)[name];
    return target?.[called]?.(...given);
  }, [object, method, [...parameters]] as [string, string, unknown[]]);
}
