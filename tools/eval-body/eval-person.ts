import type { Sex } from '@vua/models/body';

type Place = readonly [x: number, y: number];

/** One picture and what is known of it; only `file` is always there. */
export interface PersonPicture {
  readonly file: string;
  /** Focal length over the picture's height. */
  readonly focal: number;
  /** Exact 1-bit mask (development sets only). */
  readonly maskFile?: string;
  /** One centimetre at the body's distance, in picture heights (development sets only). */
  readonly cmShare?: number;
  /** Joints in shares of the picture's width and height (development sets only). */
  readonly joints?: Readonly<Record<string, Place>>;
}

/** A person to measure, with the truths that the data has. */
export interface EvalPerson {
  readonly id: string;
  readonly sex?: Sex;
  readonly pictures: { readonly front: PersonPicture; readonly side: PersonPicture };
  /** By the data's names, cm and kg. */
  readonly measurements: Readonly<Record<string, number>> & { readonly stature_cm: number; readonly mass_kg?: number };
  readonly widthTruth?: Readonly<Record<string, readonly [breadthCm: number, depthCm: number]>>;
  /** Groups that are summed up apart: sex, room, skin. BMI follows from the measurements. */
  readonly groups: Readonly<Record<string, string>>;
}
