import { describe, expect, it } from 'vitest';
import { ISO_8559_NAMES } from '../iso-8559-names.ts';
import { ZONE_ORDER } from '../../garments/zone-weights.ts';
import { readHeader } from './read-header.ts';

describe('readHeader', () => {
  it.each<[string, object]>([
    ['Chest (cm)', { kind: 'zone', zone: 'chest', of: 'unsaid', unit: 'cm' }], ['CHEST [in]', { kind: 'zone', zone: 'chest', of: 'unsaid', unit: 'in' }],
    ['Waist "', { kind: 'zone', zone: 'waist', of: 'unsaid', unit: 'in' }], ['Vòng ngực', { kind: 'zone', zone: 'chest', of: 'unsaid' }], ['Vòng eo (cm)', { kind: 'zone', zone: 'waist', of: 'unsaid', unit: 'cm' }],
    ['vòng mông', { kind: 'zone', zone: 'hip', of: 'unsaid' }], ['Chiều cao', { kind: 'zone', zone: 'stature', of: 'unsaid' }], ['Cân nặng (kg)', { kind: 'mass', unit: 'kg' }],
    ['Weight lbs', { kind: 'mass', unit: 'lb' }], ['Body weight', { kind: 'mass' }], ['Upper-arm girth', { kind: 'zone', zone: 'upperArm', of: 'unsaid' }], ['waistNavel', { kind: 'zone', zone: 'waistNavel', of: 'unsaid' }],
    ['Garment chest', { kind: 'zone', zone: 'chest', of: 'garment' }], ['Chest, finished garment (cm)', { kind: 'zone', zone: 'chest', of: 'garment', unit: 'cm' }], ['Chest flat', { kind: 'zone', zone: 'chest', of: 'garment', isHalf: true }],
    ['1/2 chest', { kind: 'zone', zone: 'chest', of: 'garment', isHalf: true }], ['Rộng ngực', { kind: 'zone', zone: 'chest', of: 'garment', isHalf: true }], ['Body waist', { kind: 'zone', zone: 'waist', of: 'body' }],
    ['Chest min', { kind: 'zone', zone: 'chest', of: 'unsaid', bound: 'min' }], ['Waist to (in)', { kind: 'zone', zone: 'waist', of: 'unsaid', bound: 'max', unit: 'in' }],
    ['Size', { kind: 'label' }], ['Kích cỡ', { kind: 'label' }], ['EU size', { kind: 'system', system: 'eu' }], ['JP', { kind: 'system', system: 'jp' }],
    ['Cup', { kind: 'axis', zone: 'bustDifference' }], ['Band', { kind: 'axis', zone: 'underbust' }], ['W', { kind: 'axis', zone: 'waist' }],
    ['Price', { kind: 'unknown' }], ['', { kind: 'unknown' }], ['constructor', { kind: 'unknown' }],
  ])('%s', (text, meaning) => {
    expect(readHeader(text)).toEqual(meaning);
  });

  it.each(ZONE_ORDER)('knows the ISO name of %s and ours', (zone) => {
    expect(readHeader(ISO_8559_NAMES[zone])).toMatchObject({ kind: 'zone', zone });
    expect(readHeader(zone)).toMatchObject({ kind: 'zone', zone });
  });
});
