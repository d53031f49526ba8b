import type { ResponseDesign } from '@vua/models/privacy';

/** How a design is filed, such as `2/8`. */
export const designOf = ({ epsilon, bins }: ResponseDesign): string => `${epsilon}/${bins}`;

/** The design that is filed under this name, or undefined for `rounded`. */
export function parseDesign(filed: string): ResponseDesign | undefined {
  const [epsilon, bins] = filed.split('/').map(Number);
  return epsilon === undefined || bins === undefined ? undefined : { epsilon, bins };
}
