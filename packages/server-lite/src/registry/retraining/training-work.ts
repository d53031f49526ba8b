import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

/** What a training works with. */
export interface TrainingWork {
  /** The shop's events, one a line. */
  readonly dataFile: string;
  /** Checkpoints, and in the end the model. */
  readonly outFolder: string;
}

/** For whom the events in the folder were written, all of them, and under which name the model is trained. */
const Order = Type.Object({ tenantId: Type.String(), exportedMs: Type.Number(), attempt: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }, { additionalProperties: false });
type Order = Static<typeof Order>;
const isOrder = Compile(Order);

const DAY_MS = 86_400_000;

const orderFile = (folder: string): string => join(folder, 'order.json');
const dataFile = (folder: string): string => join(folder, 'events.ndjson');
// A name of its own each time: the training of a server that was killed may still run, and must write into nobody else's.
const outFolder = (folder: string, { attempt }: Order): string => join(folder, `model-${attempt}`);

/** Writes a shop's events into a folder from which all else is deleted. @param write resolves with whether there are enough @returns undefined where there are too few */
export async function beginWork(folder: string, { tenantId, nowMs, write }: { readonly tenantId: string; readonly nowMs: number; readonly write: (file: string) => Promise<boolean> }): Promise<TrainingWork | undefined> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!await write(dataFile(folder))) return undefined;
  return noteOrder(folder, { tenantId, exportedMs: nowMs, attempt: randomUUID() });
}

/** The shop's training of the last day that was broken off, to go on with; undefined where there is none. */
export async function findWork(folder: string, tenantId: string, nowMs: number): Promise<TrainingWork | undefined> {
  const order = await readOrder(folder);
  if (order?.tenantId !== tenantId || Math.abs(nowMs - order.exportedMs) > DAY_MS) return undefined;
  const next = { ...order, attempt: randomUUID() };
  try {
    await rename(outFolder(folder, order), outFolder(folder, next));
  } catch {
    // It was broken off before there was one, or between these two steps.
    return undefined;
  }
  return noteOrder(folder, next);
}

/** From here on the events are whole, and a training that is broken off can go on. */
async function noteOrder(folder: string, order: Order): Promise<TrainingWork> {
  await writeFile(orderFile(folder), JSON.stringify(order), { mode: 0o600 });
  return { dataFile: dataFile(folder), outFolder: outFolder(folder, order) };
}

async function readOrder(folder: string): Promise<Order | undefined> {
  try {
    const order: unknown = JSON.parse(await readFile(orderFile(folder), 'utf8'));
    return isOrder.Check(order) ? order : undefined;
  } catch {
    return undefined;
  }
}
