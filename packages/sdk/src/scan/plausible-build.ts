/**
 * Body mass index (kg/m²) that weight and height may amount to, both included. Of the 6,294 people from 12 years on that NHANES 2017-18 weighed and
 * measured none is below (the lightest has 13.2), and nobody above had a waist taken: beyond, nothing was learned and the model would invent girths.
 */
const MASS_INDEX = { min: 12, max: 70 } as const;

/** Whether a height in centimetres and a weight in kilograms can be those of one person; true where the weight was not told. */
export function isPlausibleBuild(statureCm: number, massKg: number | undefined): boolean {
  if (massKg === undefined) return true;
  const massIndex = massKg / (statureCm / 100) ** 2;
  return massIndex >= MASS_INDEX.min && massIndex <= MASS_INDEX.max;
}
