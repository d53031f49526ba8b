import type { ConsentState } from '@vua/models/contracts';
import { lognormal, normal, oneOf, wholeBetween } from '../random/draws.ts';
import { type Random, derivedRandom } from '../random/seeded-random.ts';
import { COLOUR_FAMILIES, STYLES, unit } from '../catalog/looks.ts';
import type { Span } from '../catalog/draw-traits.ts';
import { type Sex, type SimulatedBody, drawBody } from './draw-body.ts';

/** What somebody likes, for as long as the log runs. */
export interface Taste {
  /** Order of `STYLES`; length 1. */
  readonly style: readonly number[];
  /** By place in `COLOUR_FAMILIES`; 0 is indifferent. */
  readonly colours: readonly number[];
  /** Logarithm of what is paid gladly over what is usual for the garment. */
  readonly priceLevel: number;
}

/** A person. Nothing but consent and customer id is ever in an event. */
export interface Shopper {
  readonly number: number;
  readonly sex: Sex;
  readonly body: SimulatedBody;
  /** What the shopper believes the body to be. */
  readonly believedBody: SimulatedBody;
  readonly taste: Taste;
  /** Visits on a day on which nothing is special. */
  readonly visitsADay: number;
  /** First day and the day after the last on which the shopper may come; days since 1970. */
  readonly fromDay: number;
  readonly untilDay: number;
  /** How readily the size finder is used: 1 on average. */
  readonly adviceReadiness: number;
  readonly consent: ConsentState;
  /** HMAC of the shop; of those who have an account and agreed to personalization. */
  readonly customerId?: string;
}

const PURPOSE = 11;
const BELIEF_SPREAD_CM = 2.2;
const FEMALE_SHARE = 0.62;
const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');

/** The shopper of this number: always the same one for a seed and a span. */
export function makeShopper(seed: number, number: number, { startDay, days }: Span): Shopper {
  const random = derivedRandom(seed, PURPOSE, number);
  const sex: Sex = random() < FEMALE_SHARE ? 'female' : 'male';
  const body = drawBody(sex, random);
  const beliefCm = BELIEF_SPREAD_CM * normal(random);
  const fromDay = random() < 0.5 ? startDay : startDay + wholeBetween(random, 0, Math.max(0, days - 1));
  const consent = drawConsent(random);
  return {
    number, sex, body,
    believedBody: { ...body, ...shifted(body, beliefCm) },
    taste: drawTaste(random),
    visitsADay: Math.min(1, lognormal(random, 0.045, 0.7)),
    fromDay, untilDay: fromDay + Math.ceil(lognormal(random, 120, 0.8)),
    adviceReadiness: lognormal(random, 0.8, 0.7),
    consent,
    customerId: consent.personalization === 'granted' && random() < 0.6 ? drawHmac(random) : undefined,
  };
}

/** A person believes all girths too small, or all too large; lengths are known. */
function shifted(body: SimulatedBody, beliefCm: number): SimulatedBody {
  const girths = ['chest', 'waist', 'waistNavel', 'hip', 'thigh'] as const;
  return Object.fromEntries(girths.map((zone) => [zone, (body[zone] ?? 0) + beliefCm]));
}

function drawTaste(random: Random): Taste {
  const favourite = wholeBetween(random, 0, STYLES.length - 1);
  return {
    style: unit(STYLES.map((_, k) => (k === favourite ? 1.6 : 0) + 0.45 * normal(random))),
    colours: COLOUR_FAMILIES.map(() => normal(random)),
    priceLevel: 0.35 * normal(random),
  };
}

/** Who never answers stays unknown: nothing of them is ever sent either. */
function drawConsent(random: Random): ConsentState {
  const answer = random();
  if (answer < 0.08) return { analytics: 'unknown', personalization: 'unknown', statistics: 'unknown' };
  if (answer < 0.28) return { analytics: 'denied', personalization: 'denied', statistics: 'denied' };
  return { analytics: 'granted', personalization: random() < 0.5 ? 'granted' : 'denied', statistics: random() < 0.3 ? 'granted' : 'denied' };
}

const drawHmac = (random: Random): string => Array.from({ length: 43 }, () => oneOf(random, BASE64_URL)).join('');
