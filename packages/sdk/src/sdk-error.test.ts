import { expect, it } from 'vitest';
import { SdkError, toSdkError } from './sdk-error.ts';

it('is recognised across copies of the SDK', () => {
  const fromOtherCopy = { [Symbol.for('vua.sdk-error')]: true, code: 'camera-lost' };
  expect(SdkError.is(new SdkError('offline'))).toBe(true);
  expect(SdkError.is(fromOtherCopy)).toBe(true);
  expect([undefined, 'offline', new Error('offline'), { code: 'offline' }].some((value) => SdkError.is(value))).toBe(false);
});

it('wraps what it does not know, and keeps what it does', () => {
  const known = new SdkError('model-corrupt', 'hash differs', { cause: 7 });
  expect(toSdkError(known)).toBe(known);
  expect(toSdkError(new DOMException('stop', 'AbortError'))).toMatchObject({ code: 'aborted' });
  expect(toSdkError('boom')).toMatchObject({ name: 'SdkError', code: 'unexpected', message: 'boom', cause: 'boom' });
});

it.each(['RangeError: Array buffer allocation failed', 'Aborted(OOM)', 'WebGL: GL_OUT_OF_MEMORY', 'Invalid typed array length: 9'])('knows memory that ran out: %s', (message) => {
  expect(toSdkError(new RangeError(message)).code).toBe('out-of-memory');
});
