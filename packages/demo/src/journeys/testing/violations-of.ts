import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, as `rule: places`. Through the debugger, so that the page's own policy stays as strict as it is. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'axe.run().then((found) => found.violations.map((rule) => rule.id + ": " + rule.nodes.map((node) => node.target.join(" ")).join(", ")))',
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as readonly string[];
}
