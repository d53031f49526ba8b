import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY_ROOT } from '../../tools/repository-root.ts';

const FILE = join(REPOSITORY_ROOT, '.data/bench/bare-requests-per-second.json');
/** A bare server that answers less of its usual rate means that something else ran. */
const LEAST_SHARE = 0.6;

/** Compares the bare rate with the best this machine has shown, and remembers it. @returns why the figures are void, or undefined. */
export function judgeBareRate(perSecond: number, file = FILE): string | undefined {
  const usual = Math.max(readUsual(file), perSecond);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(usual)}\n`);
  if (perSecond >= usual * LEAST_SHARE) return undefined;
  return `bare node:http answered ${perSecond.toFixed(0)} requests/s, usual here are ${usual.toFixed(0)}`;
}

function readUsual(file: string): number {
  try {
    return Number(JSON.parse(readFileSync(file, 'utf8'))) || 0;
  } catch {
    return 0;
  }
}
