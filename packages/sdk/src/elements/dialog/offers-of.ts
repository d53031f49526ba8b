import type { ScanFailure, ScanOffer } from '../../scan/index.ts';
import type { Way } from './way.ts';

/** On these ways the offer leads to where another one leads: photos are taken again by choosing others, answers are given again by trying again. */
const DOUBLED: Readonly<Partial<Record<Way, ScanOffer>>> = { photos: 'retake', answers: 'manual' };

/** What the shopper may do after a failure: each thing once, never nothing. */
export function offersOf({ offers }: ScanFailure, way: Way): readonly ScanOffer[] {
  const left = offers.filter((offer) => offer !== DOUBLED[way]);
  return left.length > 0 ? left : offers;
}
