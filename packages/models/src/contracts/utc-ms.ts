import { Type } from 'typebox';

/** A moment, in UTC milliseconds. */
export const UtcMs = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
