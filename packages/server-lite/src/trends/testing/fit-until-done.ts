import { openSync, writeSync } from 'node:fs';
import { TREND_VOCABULARY } from '@vua/models/trend';
import { createDatabaseModelFiles, createDatabaseModels } from '../../registry/index.ts';
import { openSqlite } from '../../storage/open-sqlite.ts';
import { openTrendModels } from '../../testing/open-trend-models.ts';
import { createDatabaseForecasts } from '../forecasts/database-forecasts.ts';
import { createTrendWatch } from '../watch/create-trend-watch.ts';
import { createFitter, type RunFitter } from '../watch/run-fitter.ts';
import { createDatabaseWeeks } from '../weeks/database-weeks.ts';
import { traceOf } from './trace-of.ts';

// A server's work without the server: looks after the trends once, and writes how far it is. Usage: fit-until-done.ts FILE NOW_MS ACKNOWLEDGEMENTS
const [file = '', nowMs = '', acknowledgements = ''] = process.argv.slice(2);

const database = await openSqlite(file);
const output = openSync(acknowledgements, 'a');
const tell = (...words: readonly (string | number)[]): void => void writeSync(output, `${words.join(' ')}\n`);
const models = openTrendModels({ models: createDatabaseModels(database), files: createDatabaseModelFiles(database) });
const learn = createFitter();
const runFitter: RunFitter = async (order, signal) => {
  const outcome = await learn(order, signal);
  if (outcome.status === 'failed') return outcome;
  tell('learned', traceOf(outcome.trained));
  // Each takes the live one's place: which of them may is decided, and tested, elsewhere.
  return { status: 'trained', trained: { ...outcome.trained, report: { ...outcome.trained.report, maeNew: 0, ...(order.liveShadow !== null && { maeLive: 1 }) } } };
};
tell('ready');
await createTrendWatch({
  weeks: createDatabaseWeeks(database), forecasts: createDatabaseForecasts(database), runFitter, now: () => Number(nowMs), delays: async () => [], alert: async () => undefined, vocabularyOf: async () => TREND_VOCABULARY,
  models: { ...models, add: async (tenantId, given) => {
    const added = await models.add(tenantId, given);
    if (given.reason !== 'outcomes') tell('kept', added.number);
    return added;
  } },
})(new AbortController().signal);
tell('done');
await database.close();
