import { Type, type Static } from 'typebox';

/** Why a request was refused, for programs. */
export const ProblemCode = Type.Union([
  Type.Literal('invalid-request'), Type.Literal('unknown-route'), Type.Literal('unknown-product'), Type.Literal('unknown-size-chart'), Type.Literal('unknown-site'), Type.Literal('unknown-erasure'), Type.Literal('unknown-model'), Type.Literal('unknown-tag'), Type.Literal('model-not-switched'), Type.Literal('too-many-items'), Type.Literal('unreadable-file'), Type.Literal('unknown-trend-source'), Type.Literal('no-token-key'),
  Type.Literal('method-not-allowed'), Type.Literal('payload-too-large'), Type.Literal('unsupported-media-type'),
  Type.Literal('request-timeout'), Type.Literal('headers-too-large'), Type.Literal('expectation-failed'), Type.Literal('not-ready'), Type.Literal('internal-error'),
  Type.Literal('unauthenticated'), Type.Literal('forbidden'), Type.Literal('rate-limited'), Type.Literal('overloaded'),
]);
export type ProblemCode = Static<typeof ProblemCode>;

/** Body of every error answer, `application/problem+json` (RFC 9457). Never repeats what was sent. */
export const Problem = Type.Object(
  {
    /** `urn:vua:problem:` and the code. */
    type: Type.String(),
    title: Type.String(),
    /** The HTTP status. */
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: ProblemCode,
    /** For `invalid-request` and `unreadable-file`: where it is wrong, as JSON pointers (what is missing, by its name) or `/line/3/column/2`, and the rule it breaks. */
    errors: Type.Optional(Type.Array(Type.Object({ at: Type.String(), rule: Type.String() }, { additionalProperties: false }))),
  },
  { additionalProperties: false },
);
export type Problem = Static<typeof Problem>;
