import { gunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { findShapeFault, type ShapeLimits } from './find-shape-fault.ts';

/** A body below is read in a few milliseconds whatever its shape; a megabyte of lists in lists keeps the server busy for half a second, one of keys for a twentieth or, as memory runs low, a fifth. */
const CHECKED_FROM_BYTES = 64 * 1024;
/** The deepest right body, events with priced items, has seven levels; the largest object of one has 20 members, and 500 usual events have 10,000. */
const SHAPE_LIMITS: ShapeLimits = { depth: 32, members: 256, membersInAll: 40_000 };

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Reads JSON from `application/json` and, the same way, from `text/plain`, which a page may send without asking first (`navigator.sendBeacon`).
 * Understands `Content-Encoding: gzip`. The route's `bodyLimit` holds for what was sent, `limitBytes` for what it unpacks to; more than either is a 413.
 * Own `__proto__` keys stay what they are, keys: a route's schema refuses them.
 */
export function parseJsonBodies(app: FastifyInstance, limitBytes: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
    if (encoding === 'identity') parseJson(body, done);
    else if (encoding === 'gzip') unpack(body, limitBytes, done);
    else done(errorOf(415, `Content-Encoding ${encoding} is not understood`));
  });
}

function unpack(body: Buffer, limitBytes: number, done: Done): void {
  // Inflates piece by piece and stops at the limit, however much more there would be.
  gunzip(body, { maxOutputLength: limitBytes }, (error, unpacked) => {
    if (error === null) parseJson(unpacked, done);
    else done(errorOf(isTooLarge(error) ? 413 : 400, 'The body could not be unpacked'));
  });
}

const isTooLarge = (error: NodeJS.ErrnoException): boolean => error.code === 'ERR_BUFFER_TOO_LARGE';

function parseJson(body: Buffer, done: Done): void {
  const fault = body.length > CHECKED_FROM_BYTES ? findShapeFault(body, SHAPE_LIMITS) : undefined;
  if (fault !== undefined) {
    done(fault === 'membersInAll' ? errorOf(413, 'The body has too many members') : bodyError('The body has no shape that is read', RULES[fault]));
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    done(bodyError('The body is not JSON', 'json'));
    return;
  }
  done(null, value);
}

const RULES = { depth: 'maxDepth', members: 'maxProperties' } as const;

/** As a schema would refuse it, so that the answer names the rule. */
const bodyError = (message: string, rule: string): Error =>
  Object.assign(errorOf(400, message), { validationContext: 'body', validation: [{ instancePath: '', keyword: rule, params: {} }] });

const errorOf = (statusCode: number, message: string): Error => Object.assign(new Error(message), { statusCode });
