/** From which screen one may get to which. `back` of a screen is the first entry of BACK. */
export const SCREEN_NEXT = {
  loading: ['ways', 'no-chart'],
  'no-chart': ['loading'],
  ways: ['details', 'by-hand'],
  details: ['ways', 'prepare', 'photos', 'working'],
  prepare: ['details', 'working', 'scan', 'problem'],
  scan: ['prepare', 'working', 'result', 'problem', 'details'],
  photos: ['details', 'working'],
  working: ['scan', 'result', 'problem', 'details', 'prepare', 'photos'],
  result: ['ways', 'details', 'by-hand', 'scan', 'photos', 'problem'],
  'by-hand': ['result', 'ways'],
  problem: ['ways', 'details', 'prepare', 'photos', 'scan', 'working'],
} as const;

export type Screen = keyof typeof SCREEN_NEXT;

export const canShow = (from: Screen, to: Screen): boolean => from === to || SCREEN_NEXT[from].some((next) => next === to);

/** Where the back button leads; screens that are not listed have none. */
export const BACK: Readonly<Partial<Record<Screen, Screen>>> = {
  details: 'ways', prepare: 'details', photos: 'details', scan: 'prepare', result: 'ways', problem: 'ways', 'by-hand': 'ways',
};
