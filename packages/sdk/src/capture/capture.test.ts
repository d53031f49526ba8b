import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SdkError } from '../sdk-error.ts';
import { cameraFault } from './camera-fault.ts';
import { type LeaseHolder, takeCameraLease } from './camera-lease.ts';
import { isHeic } from './is-heic.ts';
import { readPhoto } from './read-photo.ts';
import { requestStream } from './request-stream.ts';
import { scaledSize } from './scaled-size.ts';
import { watchCamera } from './watch-camera.ts';

const named = (name: string): Error => Object.assign(new Error(name), { name });

describe('a camera that does not open', () => {
  it.each([
    ['NotAllowedError', 'camera-denied'], ['NotFoundError', 'camera-missing'], ['NotReadableError', 'camera-busy'], ['OverconstrainedError', 'camera-missing'],
    ['TypeError', 'camera-unsupported'], ['SomethingElse', 'camera-unsupported'],
  ])('%s is %s', (name, code) => {
    expect(cameraFault(named(name))).toMatchObject({ code, cause: { name } });
  });

  it('is asked for less when it cannot give what was asked for', async () => {
    const asked: (MediaStreamConstraints | undefined)[] = [];
    const stream = {} as MediaStream;
    const getUserMedia = async (constraints?: MediaStreamConstraints): Promise<MediaStream> => {
      asked.push(constraints);
      if (asked.length < 3) throw named('OverconstrainedError');
      return stream;
    };
    expect(await requestStream({ getUserMedia }, 'environment')).toBe(stream);
    expect(asked.map((constraints) => constraints?.video)).toEqual([
      expect.objectContaining({ facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } }), { facingMode: { ideal: 'environment' } }, true,
    ]);
    expect(asked.every((constraints) => constraints?.audio === false)).toBe(true);
  });

  it('is asked only once when it is denied', async () => {
    const getUserMedia = vi.fn<() => Promise<MediaStream>>().mockRejectedValue(named('NotAllowedError'));
    await expect(requestStream({ getUserMedia }, 'user')).rejects.toThrow('NotAllowedError');
    expect(getUserMedia).toHaveBeenCalledOnce();
  });
});

it('one camera lease at a time', () => {
  const holder: LeaseHolder = {};
  const release = takeCameraLease(holder);
  expect(takeCameraLease(holder)).toBeUndefined();
  release?.();
  const second = takeCameraLease(holder);
  expect(second).toBeDefined();
  // A late second release of the first must not take the second's lease away.
  release?.();
  expect(takeCameraLease(holder)).toBeUndefined();
});

it('scales a picture down, never up, and keeps its shape', () => {
  expect(scaledSize({ widthPx: 4000, heightPx: 3000 }, 1920)).toEqual({ widthPx: 1920, heightPx: 1440 });
  const side = fc.integer({ min: 1, max: 12_000 });
  fc.assert(fc.property(side, side, fc.integer({ min: 64, max: 4096 }), (widthPx, heightPx, limitPx) => {
    const scaled = scaledSize({ widthPx, heightPx }, limitPx);
    expect(Math.max(scaled.widthPx, scaled.heightPx)).toBeLessThanOrEqual(Math.max(limitPx, 1));
    expect(scaled.widthPx).toBeLessThanOrEqual(widthPx);
    expect(Math.abs(scaled.widthPx * heightPx - scaled.heightPx * widthPx)).toBeLessThanOrEqual(Math.max(widthPx, heightPx));
  }));
});

/** The beginning of an ISO media file with these brands. */
function ftyp(major: string, ...compatible: string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  const text = `${major}\0\0\0\0${compatible.join('')}`;
  new DataView(bytes.buffer).setUint32(0, 8 + text.length);
  bytes.set(new TextEncoder().encode(`ftyp${text}`), 4);
  return bytes;
}

describe('a photo file', () => {
  it.each([
    ['heic', ftyp('heic', 'mif1', 'heic'), true], ['heix', ftyp('heix'), true], ['generic HEIF', ftyp('mif1', 'mif1', 'heic'), true],
    ['AVIF', ftyp('avif', 'mif1', 'avif'), false], ['generic AVIF', ftyp('mif1', 'avif'), false], ['MP4', ftyp('isom', 'mp42'), false],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), false], ['nothing', new Uint8Array(0), false],
  ])('%s', (_what, bytes, expected) => {
    expect(isHeic(bytes)).toBe(expected);
  });

  it('any bytes at all are answered', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => { expect(typeof isHeic(bytes)).toBe('boolean'); }));
  });

  it('is refused with a reason when it is HEIC', async () => {
    await expect(readPhoto(new Blob([ftyp('heic')]), () => Promise.reject(new Error('not called')))).rejects.toMatchObject({ code: 'photo-heic' });
  });

  it('is refused with a reason when it does not decode', async () => {
    await expect(readPhoto(new Blob(['text']), () => Promise.reject(named('InvalidStateError')))).rejects.toMatchObject({ code: 'photo-unreadable', cause: { name: 'InvalidStateError' } });
  });

  it('is refused, before it is decoded, when it would take all the memory there is', async () => {
    const bomb = new Uint8Array(64);
    bomb.set([0x89, 0x50, 0x4e, 0x47]);
    new DataView(bomb.buffer).setUint32(16, 20_000);
    new DataView(bomb.buffer).setUint32(20, 20_000);
    let decoded = 0;
    const decode = async () => { decoded++; return {} as ImageBitmap; };
    await expect(readPhoto(new Blob([bomb]), decode)).rejects.toMatchObject({ code: 'photo-too-large' });
    expect(decoded).toBe(0);
  });

  it('is scaled also where only its height is above the limit', async () => {
    const sizes: (ImageBitmapOptions | undefined)[] = [];
    const decode = (async (_image: unknown, options?: ImageBitmapOptions) => {
      sizes.push(options);
      return { width: 1, height: 20_000, close: () => undefined };
    }) as typeof createImageBitmap;
    await readPhoto(new Blob(['x']), decode);
    expect(sizes[1]).toMatchObject({ resizeWidth: 1, resizeHeight: 1920 });
  });

  it('is refused, and closed, when it is too small', async () => {
    const close = vi.fn<() => void>();
    await expect(readPhoto(new Blob(['x']), async () => ({ width: 480, height: 639, close }))).rejects.toMatchObject({ code: 'photo-too-small' });
    expect(close).toHaveBeenCalledOnce();
  });
});

class Track extends EventTarget {
  muted = false;
  readyState: 'live' | 'ended' = 'live';
  fire(type: 'ended' | 'mute' | 'unmute'): void {
    if (type === 'ended') this.readyState = 'ended';
    else this.muted = type === 'mute';
    this.dispatchEvent(new Event(type));
  }
}

class Page extends EventTarget {
  hidden = false;
  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('an open camera', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp(first: PermissionState | undefined = 'granted') {
    const track = new Track();
    const page = new Page();
    const changes = new Set<() => void>();
    let state = first;
    const permission = {
      state: () => state ?? 'prompt',
      onChange: (listener: () => void) => {
        changes.add(listener);
        return () => void changes.delete(listener);
      },
    };
    const faults: SdkError[] = [];
    const stop = watchCamera(track as unknown as MediaStreamTrack, {
      page, permission: async () => (first === undefined ? undefined : permission),
    }, (fault) => void faults.push(fault));
    const setPermission = (next: PermissionState): void => {
      state = next;
      for (const change of changes) change();
    };
    return { track, page, faults, stop, setPermission, listenersLeft: () => changes.size };
  }

  it.each([undefined, 'granted', 'prompt'] as const)('unplugged, permission %s: lost within a second', async (permission) => {
    const { track, faults } = setUp(permission);
    await vi.advanceTimersByTimeAsync(10);
    track.fire('ended');
    await vi.advanceTimersByTimeAsync(999);
    expect(faults.map(({ code }) => code)).toEqual(['camera-lost']);
  });

  it.each([['denied', 50], ['prompt', 50], ['denied', -1]] as const)('permission taken away (now %s, told %d ms after the end of the track): revoked, once', async (next, laterMs) => {
    const { track, faults, setPermission } = setUp();
    await vi.advanceTimersByTimeAsync(10);
    if (laterMs < 0) setPermission(next);
    track.fire('ended');
    await vi.advanceTimersByTimeAsync(Math.max(0, laterMs));
    setPermission(next);
    await vi.advanceTimersByTimeAsync(900);
    expect(faults.map(({ code }) => code)).toEqual(['camera-revoked']);
  });

  it('muted: told within a second, unless it is unmuted before', async () => {
    const { track, faults } = setUp();
    track.fire('mute');
    await vi.advanceTimersByTimeAsync(500);
    track.fire('unmute');
    await vi.advanceTimersByTimeAsync(5000);
    expect(faults).toEqual([]);
    track.fire('mute');
    await vi.advanceTimersByTimeAsync(1000);
    expect(faults.map(({ code }) => code)).toEqual(['camera-muted']);
  });

  it('muted because the page is hidden is no fault', async () => {
    const { track, page, faults } = setUp();
    page.turn(true);
    track.fire('mute');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(faults).toEqual([]);
    page.turn(false);
    track.fire('unmute');
    await vi.advanceTimersByTimeAsync(5000);
    expect(faults).toEqual([]);
  });

  it('that is closed says nothing more and leaves nobody listening', async () => {
    const { track, faults, stop, listenersLeft } = setUp();
    await vi.advanceTimersByTimeAsync(10);
    track.fire('mute');
    stop();
    track.fire('ended');
    await vi.advanceTimersByTimeAsync(5000);
    expect(faults).toEqual([]);
    expect(listenersLeft()).toBe(0);
  });
});
