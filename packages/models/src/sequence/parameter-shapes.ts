import type { SequenceShape } from './sequence-shape.ts';

/** Parameters by name, row by row; see `parameterShapes` for names and sizes. */
export type Parameters = Readonly<Record<string, Float32Array>>;

/** Name of a side input's table. */
export const sideTable = (name: string): string => `side.${name}`;

/** Name of a graph's input with the rows of that table. */
export const sideRow = (name: string): string => `row.${name}`;

/** Name and size of every parameter, in the order in which files keep them. */
export function parameterShapes(shape: SequenceShape): Readonly<Record<string, readonly number[]>> {
  const { items, width, blocks, feedForward, length, sideInputs, eventTypes } = shape;
  const norm = (name: string): [string, number[]][] => [[`${name}.gain`, [width]], [`${name}.bias`, [width]]];
  const linear = (name: string, from: number, to: number): [string, number[]][] => [[`${name}.weight`, [from, to]], [`${name}.bias`, [to]]];
  return Object.fromEntries<readonly number[]>([
    ['items', [items, width]],
    ['positions', [length, width]],
    ...sideInputs.map(({ name, size }): [string, number[]] => [sideTable(name), [size, width]]),
    ...Array.from({ length: blocks }, (_, k) => [
      ...norm(`block${k}.attentionNorm`),
      ...['query', 'key', 'value', 'mix'].flatMap((part) => linear(`block${k}.${part}`, width, width)),
      ...norm(`block${k}.feedNorm`), ...linear(`block${k}.widen`, width, feedForward), ...linear(`block${k}.narrow`, feedForward, width),
    ]).flat(),
    ...norm('lastNorm'),
    ...(eventTypes > 0 ? linear('events', width, eventTypes) : []),
  ]);
}
