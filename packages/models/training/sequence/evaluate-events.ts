import { type Parameters, type SequenceShape, type StepWindow, STEP_TYPES } from '@vua/models/sequence';
import { type EventFigures, type ForetoldEvent, eventFigures } from './event-figures.ts';
import { nextTypeRates } from './next-type-rates.ts';
import type { SequenceCase } from './split-log.ts';
import { openTransformer } from './transformer-scorer.ts';

const BATCH = 64;

/** What foretelling needs of a model. */
interface ForetellingModel {
  readonly manifest: { readonly shape: SequenceShape };
  readonly parameters: Parameters;
}

/** How well the model foretells the type of the next event; undefined for a model without that head, or where no next type is known. @param train what the model learned from */
export async function evaluateEvents({ manifest: { shape }, parameters }: ForetellingModel, cases: readonly SequenceCase[], train: readonly StepWindow[]): Promise<EventFigures | undefined> {
  const known = cases.filter(({ event = 0 }) => event > 0);
  if (shape.eventTypes === 0 || known.length === 0) return undefined;
  const transformer = await openTransformer(shape, parameters);
  const events: ForetoldEvent[] = [];
  try {
    for (let from = 0; from < known.length; from += BATCH) {
      const batch = known.slice(from, from + BATCH);
      const rows = await transformer.eventsMany(batch.map(({ history }) => history));
      events.push(...rows.map((logChances, k) => ({ logChances: logChances.slice(), happened: batch[k]?.event ?? 0 })));
    }
  } finally {
    await transformer.close();
  }
  return eventFigures(events, nextTypeRates(train, shape.eventTypes), ['unknown', ...STEP_TYPES]);
}
