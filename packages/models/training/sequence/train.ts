import { existsSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileFault } from './file-fault.ts';
import { fileHash } from './file-hash.ts';
import { makeModel } from './make-model.ts';
import { readLogFile } from './read-log.ts';
import { shippedName } from '@vua/models/sequence';
import { TRAIN_HELP, type TrainOptions, readTrainOptions } from './train-options.ts';
import type { Progress } from './train-transformer.ts';

const reading = readTrainOptions(process.argv.slice(2));
if (reading.status === 'help') process.stdout.write(TRAIN_HELP);
else if (reading.status === 'refused') refuse(`${reading.reason}; --help names the options`);
else if (!existsSync(reading.options.data)) refuse(`there is no file ${reading.options.data}`);
else await train(reading.options).catch(failToWrite);

async function train(options: TrainOptions): Promise<void> {
  say(`seed ${options.seed}, split ${options.split}, at most ${options.minutes} minutes`);
  const log = await readLogFile(options.data, options.format);
  for (const { line, reason } of log.status === 'read' ? log.log.problems : log.problems) say(`line ${line} left out: ${reason}`);
  if (log.status === 'refused') return refuse(`${basename(options.data)}: ${log.reason}`);
  mkdirSync(options.out, { recursive: true });
  const made = await makeModel(log.log, await fileHash(options.data), options, { say, onProgress });
  if (made.status === 'refused') return refuse(`${basename(options.data)}: ${made.reason}`);
  const { manifest } = made;
  say(`version ${manifest.version} ships ${shippedName(manifest.shipped)}: ${manifest.files.map(({ name, bytes }) => `${name} ${(bytes / 1e6).toFixed(2)} MB`).join(', ')}`);
}

function onProgress({ step, epoch, loss, stepsPerSecond, leftMs }: Progress): void {
  say(`step ${step}, epoch ${epoch}, loss ${loss.toFixed(4)}, ${stepsPerSecond.toFixed(1)} steps/s, ${Math.ceil(leftMs / 1000)} s left`);
}

function say(line: string): void {
  process.stdout.write(`train:sequence: ${line}\n`);
}

function refuse(message: string): void {
  process.stderr.write(`train:sequence: ${message}\n`);
  process.exitCode = 2;
}

/** For a disk that is full, and the like; what else goes wrong is a bug, and shown with its place. */
function failToWrite(error: unknown): void {
  const fault = fileFault(error);
  if (fault === undefined) throw error;
  process.stderr.write(`train:sequence: ${fault}\n`);
  process.exitCode = 1;
}
