import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type LogFigures, type SimulatedEvent, createFigures, toRecordedLine } from '../../packages/demo/src/simulator/index.ts';

/** Characters that are written at once. */
const CHUNK = 1 << 16;

/** Writes simulated events as lines of an export. @param most events at most. Rejects where the file cannot be written */
export async function writeLog(file: string, events: Iterable<SimulatedEvent>, most = Infinity): Promise<LogFigures> {
  const counter = createFigures();
  await pipeline(chunksOf(events, most, (event) => counter.add(event.event)), createWriteStream(file));
  return counter.figures();
}

function* chunksOf(events: Iterable<SimulatedEvent>, most: number, heard: (event: SimulatedEvent) => void): Generator<string> {
  let [chunk, written] = ['', 0];
  for (const simulated of events) {
    if (written >= most) break;
    written += 1;
    heard(simulated);
    chunk += toRecordedLine(simulated.event, simulated.receivedMs);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
