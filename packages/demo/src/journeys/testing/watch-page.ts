import type { Page } from 'playwright-core';

/** Errors, warnings and refusals by the policy of a page; with `allowed` also requests to addresses that begin otherwise. Filled as they come. */
export function watchPage(page: Page, allowed?: readonly string[]): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && complaints.push(message.text())));
  if (allowed !== undefined) page.on('request', (request) => void (!allowed.some((start) => request.url().startsWith(start)) && complaints.push(request.url())));
  return complaints;
}
