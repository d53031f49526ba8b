import type { Reading } from '../feed/reading.ts';
import type { TrendsApi } from './trends-api.ts';
import type { TagReading } from './trends-state.ts';

/** The answer first: weeks are asked for only of a tag that was seen. */
export async function readTag(api: Pick<TrendsApi, 'predict' | 'readWeeks'>, { tag, horizonWeeks }: { readonly tag: string; readonly horizonWeeks: number }, signal: AbortSignal): Promise<Reading<TagReading>> {
  const predicted = await api.predict(tag, horizonWeeks, signal);
  if (predicted.status !== 'read') return predicted;
  const [answer] = predicted.value.tags;
  if (answer === undefined) return { status: 'failed', reason: 'other' };
  if (answer.status === 'unknown') return { status: 'read', value: { answer, weeks: undefined } };
  const weeks = await api.readWeeks(tag, signal);
  return weeks.status === 'read' ? { status: 'read', value: { answer, weeks: weeks.value } } : weeks;
}
