import type { SequenceManifest, StepWindow } from '@vua/models/sequence';
import type { SequenceLog } from './sequence-log.ts';
import { SPLITS, type SequenceCase, splitLog } from './split-log.ts';

/** Cases to report on, or why there are none. */
export type CasesReading = { readonly status: 'read'; readonly cases: readonly SequenceCase[]; /** What the model learned from, where it is at hand. */ readonly train: readonly StepWindow[] } | { readonly status: 'refused'; readonly reason: string };

/** The part of the trained log that was held back. Another file than the model was trained on is refused: nobody could say which targets it knows. */
export function heldBackCases(log: SequenceLog, sha256: string, { data, split }: SequenceManifest): CasesReading {
  if (data.sha256 !== sha256) return { status: 'refused', reason: 'the model was trained on another file: which of these targets it knows cannot be told; give what it was trained on, or a file of prefixes and targets with --test' };
  if (split === 'all') return { status: 'refused', reason: 'the model was trained on all of this file (--split all): no target is left to be judged on' };
  const known = SPLITS.find((name) => name === split);
  if (known === undefined) return { status: 'refused', reason: `the model was trained with a split that is not known here: ${split}` };
  const { test, train } = splitLog(log.sequences, known);
  return { status: 'read', cases: test, train };
}

/** Lines of prefix, tab, target. Unknown items are left out of prefixes; an unknown target counts as missed. */
export async function prefixCases(lines: AsyncIterable<string>, vocabulary: readonly string[]): Promise<CasesReading> {
  const numbers = new Map(vocabulary.map((item, number) => [item, number]));
  const cases: SequenceCase[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const [prefix = '', target, ...rest] = text.split('\t');
    if (target === undefined || target.trim() === '' || rest.length > 0) return { status: 'refused', reason: `line ${line} is not "prefix, tab, target"` };
    const items = prefix.split(' ').map((item) => numbers.get(item)).filter((item) => item !== undefined);
    cases.push({ history: { items: Int32Array.from(items), sides: {} }, target: numbers.get(target.trim()) ?? -1 });
  }
  return cases.length === 0 ? { status: 'refused', reason: 'the file has no line' } : { status: 'read', cases, train: [] };
}
