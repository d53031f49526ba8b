import { expect, it } from 'vitest';
import { MEASUREMENT_NAMES } from './measurement-name.ts';
import { LEVEL_COUNT, levelIndex, levelOf, SHAPE_VARIABLES, WIDTH_NAMES } from './shape-variables.ts';

it('every variable has an index of its own, and none is left over', () => {
  const levels = Array.from({ length: LEVEL_COUNT }, (_, level) => level);
  const indices = [
    ...(['width', 'depth', 'back', 'front'] as const).flatMap((curve) => levels.map((level) => SHAPE_VARIABLES.curve(curve, level))),
    ...MEASUREMENT_NAMES.map(SHAPE_VARIABLES.measurement), ...WIDTH_NAMES.map(SHAPE_VARIABLES.breadth), ...WIDTH_NAMES.map(SHAPE_VARIABLES.cutDepth),
    SHAPE_VARIABLES.stature, SHAPE_VARIABLES.mass, SHAPE_VARIABLES.ankle,
  ];
  expect(indices.toSorted((a, b) => a - b)).toEqual(Array.from({ length: SHAPE_VARIABLES.count }, (_, i) => i));
});

it('levels and their shares of stature are each other\'s inverse', () => {
  for (let level = 0; level < LEVEL_COUNT; level += 1) expect(levelIndex(levelOf(level))).toBe(level);
});
