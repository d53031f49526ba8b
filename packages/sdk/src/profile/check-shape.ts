/** Whether a value is what it should be. */
export type Check = (given: unknown) => boolean;

/** A check for each field of T. A field that is new in T does not compile until it is listed. */
export type Shape<T> = Readonly<Record<keyof Required<T> & string, Check>>;

/** An object of these fields and no others. */
export const isObject = <T>(shape: Shape<T>): Check => (given) => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const fields = given as Readonly<Record<string, unknown>>;
  const checks: Readonly<Record<string, Check>> = shape;
  return Object.keys(fields).every((name) => Object.hasOwn(checks, name)) && Object.entries(checks).every(([name, check]) => check(fields[name]));
};

export const optional = (check: Check): Check => (given) => given === undefined || check(given);

/** A number from `min` to `max`, both included. */
export const isNumber = (min: number, max: number): Check => (given) => typeof given === 'number' && given >= min && given <= max;

export const isOneOf = (values: readonly unknown[]): Check => (given) => values.includes(given);

/** Text of 1 to `longest` characters. */
export const isText = (longest: number): Check => (given) => typeof given === 'string' && given.length > 0 && given.length <= longest;
