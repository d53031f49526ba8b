/** Does the work of one shop after another; what fails for one keeps it from no other. Rejects at the end with the first failure, so that the job counts as failed. */
export async function eachShop(tenantIds: Iterable<string>, signal: AbortSignal, work: (tenantId: string) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const tenantId of tenantIds) {
    if (signal.aborted) return;
    // oxlint-disable-next-line no-await-in-loop -- one shop after another
    await work(tenantId).catch((error: unknown) => { failures.push(error); });
  }
  if (failures.length > 0) throw failures[0];
}
