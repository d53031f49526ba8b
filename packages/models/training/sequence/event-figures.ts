/** How well the type of the next event is foretold. */
export interface EventFigures {
  readonly n: number;
  /** Mean of -log p(what happened), nats. */
  readonly logLoss: number;
  /** The same for who always says how often each type came next in training. */
  readonly baseLogLoss: number;
  /** By type, of those that happened. */
  readonly types: Readonly<Record<string, TypeCalibration>>;
}

/** How chances of one type compare with what happened. */
export interface TypeCalibration {
  readonly happened: number;
  /** Share of the questions. */
  readonly rate: number;
  /** Mean chance that was given. */
  readonly meanChance: number;
  /** Mean distance of chance and rate over ten groups of equal size, by chance. */
  readonly calibrationError: number;
}

/** A question: logarithms of the chances, and the type that came. */
export interface ForetoldEvent {
  readonly logChances: Float32Array;
  readonly happened: number;
}

const GROUPS = 10;

/** @param baseRates how often each type came next in training @param names of the types, by number */
export function eventFigures(events: readonly ForetoldEvent[], baseRates: readonly number[], names: readonly string[]): EventFigures {
  const mean = (value: (event: ForetoldEvent) => number): number => events.reduce((sum, event) => sum + value(event), 0) / Math.max(events.length, 1);
  return {
    n: events.length,
    logLoss: mean(({ logChances, happened }) => -(logChances[happened] ?? -Infinity)),
    baseLogLoss: mean(({ happened }) => -Math.log(baseRates[happened] ?? 0)),
    types: Object.fromEntries(names.map((name, type) => [name, calibrate(events, type)] as const).filter(([, { happened }]) => happened > 0)),
  };
}

function calibrate(events: readonly ForetoldEvent[], type: number): TypeCalibration {
  const pairs = events.map(({ logChances, happened }) => ({ chance: Math.exp(logChances[type] ?? -Infinity), hit: Number(happened === type) })).sort((a, b) => a.chance - b.chance);
  const happened = pairs.reduce((sum, { hit }) => sum + hit, 0);
  const errors = Array.from({ length: GROUPS }, (_, group) => {
    const part = pairs.slice(Math.floor(group * pairs.length / GROUPS), Math.floor((group + 1) * pairs.length / GROUPS));
    return Math.abs(part.reduce((sum, { chance, hit }) => sum + chance - hit, 0));
  });
  return {
    happened, rate: happened / Math.max(pairs.length, 1), meanChance: pairs.reduce((sum, { chance }) => sum + chance, 0) / Math.max(pairs.length, 1),
    calibrationError: errors.reduce((sum, error) => sum + error, 0) / Math.max(pairs.length, 1),
  };
}
