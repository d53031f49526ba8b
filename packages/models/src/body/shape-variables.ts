import { MEASUREMENT_NAMES, type MeasurementName } from './measurement-name.ts';

/** Body levels of the shape model, in statures above the floor. */
export const LEVEL_COUNT = 41;
export const levelOf = (i: number): number => 0.4 + 0.01 * i;
/** Index of the level nearest to a share of stature. */
export const levelIndex = (share: number): number => Math.round((share - 0.4) * 100);

/** Trunk cuts whose width and depth are given beside the girths. */
export const WIDTH_NAMES = ['chest', 'waist', 'waistNavel', 'hip'] as const;
export type WidthName = (typeof WIDTH_NAMES)[number];

/**
 * The variables of the shape model, in order: log(width / S) at the levels, log(depth / S) at the levels, back edge / S,
 * front edge / S (along the viewing axis of the side picture, front positive), log(measurement / S), log breadth and
 * log depth of the named cuts / S, log S, log mass, log(ankle girth / S) (S = stature in cm, mass in kg).
 */
const ORDER = { width: 0, depth: LEVEL_COUNT, back: 2 * LEVEL_COUNT, front: 3 * LEVEL_COUNT, measurement: 4 * LEVEL_COUNT } as const;
const BREADTH = ORDER.measurement + MEASUREMENT_NAMES.length;
const DEPTH = BREADTH + WIDTH_NAMES.length;
const STATURE = DEPTH + WIDTH_NAMES.length;

/** The curves that a picture shows. */
export type CurveName = 'width' | 'depth' | 'back' | 'front';

export const SHAPE_VARIABLES = {
  count: STATURE + 3,
  curve: (name: CurveName, level: number): number => ORDER[name] + level,
  measurement: (name: MeasurementName): number => ORDER.measurement + MEASUREMENT_NAMES.indexOf(name),
  breadth: (name: WidthName): number => BREADTH + WIDTH_NAMES.indexOf(name),
  cutDepth: (name: WidthName): number => DEPTH + WIDTH_NAMES.indexOf(name),
  stature: STATURE,
  mass: STATURE + 1,
  /** Bare and hardly fat on anybody: it shows when an outline as a whole lies too far out. */
  ankle: STATURE + 2,
} as const;
