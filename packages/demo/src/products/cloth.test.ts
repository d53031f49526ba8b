import { expect, it } from 'vitest';
import { clothOf } from './cloth.ts';

it('shades towards black and lights towards white', () => {
  expect(clothOf('#808080')).toEqual({ base: '#808080', shade: '#737373', inside: '#5f5f5f', line: '#545454', light: '#8f8f8f' });
});

it('draws seams light on dark cloth', () => {
  expect(clothOf('#000000').line).toBe('#3d3d3d');
});
