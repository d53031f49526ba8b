import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { CalibrationName } from '@vua/models/body';
import { PERTURBATION_NAMES, type PerturbationName, PERTURBATIONS } from './perturbations.ts';
import { USUAL_FOV_DEG } from './read-people.ts';

/** One for each core that measuring keeps busy; more than four would want much memory. */
const USUAL_JOBS = Math.min(availableParallelism(), 4);

export const HELP = `npm run eval:body -- --data DIR [--out FILE] [--calibration field|synthetic] [--weights lite|full]
                     [--perturb NAME] [--seed N] [--people N] [--jobs N]

Measures the people of DIR/manifest.json from their pictures, through the built worker in Chromium:
once from pictures and stature, once with mass and sex too. Compares with the truths that the manifest has.

  --data DIR            folder with manifest.json and the pictures
  --calibration NAME    default: synthetic when the manifest names a synthetic generator, else field
  --weights NAME        landmark weights (default full)
  --out FILE            write the result as JSON
  --people N            only the first N people
  --jobs N              browsers at work side by side (default ${USUAL_JOBS}); the figures are the same
  --seed N              of the perturbation (default 1); same seed and person, same changes
  --perturb NAME        spoil what the worker is given:

${PERTURBATION_NAMES.map((name) => wrapped(name, PERTURBATIONS[name].distribution)).join('\n')}

handheld prints how far the captures of a person spread, and takes the first ${PERTURBATIONS.handheld.people} people unless --people says otherwise.
tilt and handheld take the focal length from the data, else that of a vertical field of view of ${USUAL_FOV_DEG} degrees.
A table's "!" marks a missed target.`;

function wrapped(name: string, text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    if ((lines.at(-1) ?? '').length + word.length > 90) lines.push('');
    lines[lines.length - 1] = `${lines.at(-1)} ${word}`;
  }
  return lines.map((line, i) => `  ${(i === 0 ? name : '').padEnd(13)}${line}`).join('\n');
}

export interface EvalBodyOptions {
  readonly data: string;
  readonly out?: string;
  /** Undefined = as the manifest's generator says. */
  readonly calibration?: CalibrationName;
  readonly weights: 'lite' | 'full';
  readonly perturb?: PerturbationName;
  readonly seed: number;
  /** Undefined = all. */
  readonly people?: number;
  readonly jobs: number;
}

export type ReadOptions =
  | { readonly ok: true; readonly options: EvalBodyOptions }
  | { readonly ok: false; readonly message: string }
  | { readonly ok: 'help' };

/** Reads the command's arguments. */
export function readOptions(args: readonly string[]): ReadOptions {
  const parsed = parse(args);
  if (typeof parsed === 'string') return { ok: false, message: parsed };
  if (parsed.help === true) return { ok: 'help' };
  const { data, out, calibration, weights = 'full', perturb, seed = '1', people, jobs = String(USUAL_JOBS) } = parsed;
  if (data === undefined) return { ok: false, message: '--data must name a folder with a manifest.json' };
  if (!isOneOf(calibration, ['field', 'synthetic', undefined])) return { ok: false, message: `--calibration must be field or synthetic, got ${calibration}` };
  if (!isOneOf(weights, ['lite', 'full'])) return { ok: false, message: `--weights must be lite or full, got ${weights}` };
  if (!isOneOf(perturb, [...PERTURBATION_NAMES, undefined])) return { ok: false, message: `--perturb must be one of ${PERTURBATION_NAMES.join(', ')}, got ${perturb}` };
  if (!/^\d+$/.test(seed)) return { ok: false, message: `--seed must be a whole number, got ${seed}` };
  if (people !== undefined && !/^[1-9]\d*$/.test(people)) return { ok: false, message: `--people must be a whole number above 0, got ${people}` };
  if (!/^[1-9]\d*$/.test(jobs)) return { ok: false, message: `--jobs must be a whole number above 0, got ${jobs}` };
  return { ok: true, options: { data, out, calibration, weights, perturb, seed: Number(seed), people: people === undefined ? undefined : Number(people), jobs: Number(jobs) } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' }, out: { type: 'string' }, calibration: { type: 'string' }, weights: { type: 'string' },
        perturb: { type: 'string' }, seed: { type: 'string' }, people: { type: 'string' }, jobs: { type: 'string' }, help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isOneOf<T extends string | undefined>(value: string | undefined, allowed: readonly T[]): value is T {
  return (allowed as readonly (string | undefined)[]).includes(value);
}
