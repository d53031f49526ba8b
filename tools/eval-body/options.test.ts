import { describe, expect, it } from 'vitest';
import { HELP, readOptions } from './options.ts';
import { PERTURBATION_NAMES } from './perturbations.ts';

describe('readOptions', () => {
  it('reads everything that can be said', () => {
    const args = '--data d --out o --calibration field --weights lite --perturb blur --seed 7 --people 20 --jobs 3'.split(' ');
    expect(readOptions(args)).toEqual({
      ok: true, options: { data: 'd', out: 'o', calibration: 'field', weights: 'lite', perturb: 'blur', seed: 7, people: 20, jobs: 3 },
    });
  });

  it('needs a folder only', () => {
    expect(readOptions(['--data', 'd'])).toMatchObject({ ok: true, options: { weights: 'full', seed: 1, people: undefined, perturb: undefined } });
  });

  it.each([
    [[], '--data'], [['--data', 'd', '--perturb', 'rain'], 'tilt, blur'], [['--data', 'd', '--calibration', 'x'], '--calibration'],
    [['--data', 'd', '--weights', 'x'], '--weights'], [['--data', 'd', '--seed', '1.5'], '--seed'], [['--data', 'd', '--people', '0'], '--people'],
    [['--data', 'd', '--jobs', 'x'], '--jobs'], [['--nonsense'], '--nonsense'],
  ])('says what is wrong with %j', (args, named) => {
    const read = readOptions(args);
    expect(read.ok === false && read.message).toContain(named);
  });

  it('helps, with every distribution stated', () => {
    expect(readOptions(['--help'])).toEqual({ ok: 'help' });
    for (const name of PERTURBATION_NAMES) expect(HELP).toContain(`\n  ${name} `);
  });
});
