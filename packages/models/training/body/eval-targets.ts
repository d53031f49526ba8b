import type { Pass } from './evaluated-person.ts';

/** What the body model is to reach on synthetic people it never saw: mean absolute errors, cm. */
export const TARGET_MAE: Readonly<Record<Pass, Readonly<Record<string, number>>>> = {
  statureOnly: { chest_cm: 1.8, waist_cm: 1.4, hip_cm: 1.5, inseam_cm: 0.95, thigh_cm: 1.4, neck_cm: 1, shoulder_breadth_cm: 1.05 },
  withMass: { chest_cm: 1.6, waist_cm: 1.3, hip_cm: 1.25, inseam_cm: 0.9, thigh_cm: 0.95, neck_cm: 0.95, shoulder_breadth_cm: 1 },
};

/** The other targets; lengths in cm, shares 0-1. */
export const EVAL_TARGETS = {
  bias: 0.4,
  p90: 3,
  coverage: { from: 0.86, to: 0.94 },
  /** Of subgroups, and of perturbed captures that were not refused. */
  leastCoverage: 0.8,
  refused: 0.05,
  widthMae: { breadth: 0.5, depth: 0.8 },
  /** Mean standard deviation over captures, at these measurements. */
  repeatSd: { cm: 0.6, names: ['chest_cm', 'waist_cm', 'hip_cm'] },
} as const;
