import type { Way } from './way.ts';

/** From which screen one may get to which. */
export const SCREEN_NEXT = {
  loading: ['ways', 'no-chart', 'kept'],
  kept: ['ways', 'result', 'problem'],
  'no-chart': ['loading'],
  ways: ['details', 'by-hand'],
  details: ['ways', 'prepare', 'photos', 'working'],
  prepare: ['details', 'working', 'scan', 'problem'],
  scan: ['prepare', 'working', 'result', 'problem', 'details'],
  photos: ['details', 'working'],
  working: ['scan', 'result', 'problem', 'details', 'prepare', 'photos'],
  result: ['details', 'ways', 'kept', 'by-hand', 'prepare', 'scan', 'photos', 'problem'],
  'by-hand': ['result', 'ways'],
  problem: ['details', 'prepare', 'photos', 'scan', 'working'],
} as const;

export type Screen = keyof typeof SCREEN_NEXT;

export const canShow = (from: Screen, to: Screen): boolean => from === to || SCREEN_NEXT[from].some((next) => next === to);

/** The last thing a shopper does on each way before there is an answer. */
const LAST_STEP = { camera: 'prepare', photos: 'photos', answers: 'details' } as const satisfies Readonly<Record<Way, Screen>>;

const BEFORE: Readonly<Partial<Record<Screen, Screen>>> = { details: 'ways', prepare: 'details', photos: 'details', scan: 'prepare' };

/** What decides where the back button leads. */
export interface Place {
  readonly screen: Screen;
  readonly way: Way;
  readonly chartFrom: 'ways' | 'result';
  readonly measured?: { readonly measuredAtMs?: number };
}

/**
 * Where the back button leads: one step back on this way, from the chart to the screen that showed it, from a body that was kept to the question
 * whether to use it; undefined where there is no step before.
 */
export function screenBefore({ screen, way, chartFrom, measured }: Place): Screen | undefined {
  if (screen === 'by-hand') return chartFrom;
  if (screen === 'result' && measured?.measuredAtMs !== undefined) return 'kept';
  return screen === 'working' || screen === 'result' || screen === 'problem' ? LAST_STEP[way] : BEFORE[screen];
}
