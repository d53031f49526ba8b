import type { TrendLine } from '@vua/models/contracts';
import type { Reading } from '../feed/reading.ts';
import type { TrendsApi } from './trends-api.ts';
import { CALLS, type TrendLists } from './trends-state.ts';

/** The lists of all classes; as good as the worst answer. */
export async function readLists(api: Pick<TrendsApi, 'readTop'>, signal: AbortSignal): Promise<Reading<TrendLists>> {
  const readings = await Promise.all(CALLS.map((called) => api.readTop(called, signal)));
  const lines: Record<(typeof CALLS)[number], readonly TrendLine[]> = { rising: [], falling: [], flat: [], uncertain: [] };
  let modelVersion = 0;
  for (const reading of readings) {
    if (reading.status !== 'read') return reading;
    lines[reading.value.class] = reading.value.tags;
    ({ modelVersion } = reading.value);
  }
  return { status: 'read', value: { modelVersion, lines } };
}
