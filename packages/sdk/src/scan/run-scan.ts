import { type CameraFrame, type DeviceTilt, openCamera, openTilt } from '../capture/index.ts';
import { toSdkError } from '../sdk-error.ts';
import { createAnnouncer } from './announcer.ts';
import { checkProfile } from './check-profile.ts';
import { createLiveCamera } from './live-camera.ts';
import { readFrame } from './read-frame.ts';
import { type ScanEffect, initialScan } from './scan-machine.ts';
import type { ScanOptions, ScanSession } from './scan-session.ts';
import { createScanStore } from './scan-store.ts';
import { isLive } from './scan-table.ts';
import { snapshotOf } from './snapshot-of.ts';
import { texts } from './texts/texts.ts';
import { createVoice } from './voice.ts';

/**
 * Runs a guided scan, front then side. Begins at once; call it from the handler of a press, or iOS gives no sensors.
 * Faults and refusals are states, not exceptions.
 * @throws {SdkError} `input-invalid` for a profile out of its ranges, `input-implausible` for a weight that cannot go with the height.
 */
export function runScan(given: ScanOptions): ScanSession {
  checkProfile(given.profile);
  const options = withDefaults(given);
  const { worker, profile, locale, now, page, signal } = options;
  let { facing } = options;
  const announcer = createAnnouncer(options);
  const fail = (error: unknown): void => store.send({ type: 'fault', code: toSdkError(error).code });
  const camera = createLiveCamera({ ...options, onOpen: () => store.send({ type: 'camera-opened' }), onFault: fail, onFrame });
  const words = texts(locale);
  const store = createScanStore({
    machine: initialScan(now(), page.hidden), now, act, snapshotOf: (machine) => snapshotOf(machine, camera.size(), words),
  });

  // A row for each effect, so that a new one cannot be forgotten.
  function act(effect: ScanEffect): void {
    switch (effect.type) {
      case 'open-camera': return camera.open(facing);
      case 'close-camera': return camera.close();
      case 'vibrate': return options.vibrate(effect.patternMs);
      case 'forget': return void worker.forget(effect.view).catch(fail);
      case 'measure': return void worker.measure(profile).then((outcome) => store.send({ type: 'measured', outcome }), fail);
    }
  }

  async function onFrame(frame: CameraFrame, tilt: DeviceTilt | undefined): Promise<void> {
    const { step, paused } = store.machine();
    if (!isLive(step) || paused) return frame.image.close();
    store.send({ type: 'frame-read', step, reading: await readFrame(worker, step, frame, tilt) });
  }

  const onVisibility = (): void => {
    if (page.hidden) announcer.stop();
    store.send({ type: page.hidden ? 'page-hidden' : 'page-shown' });
  };
  const close = (): void => {
    page.removeEventListener('visibilitychange', onVisibility);
    signal?.removeEventListener('abort', close);
    store.send({ type: 'cancel' });
    camera.close();
    announcer.stop();
    store.close();
  };

  page.addEventListener('visibilitychange', onVisibility);
  signal?.addEventListener('abort', close);
  store.subscribe((state) => announcer.hear(state));
  if (signal?.aborted) close();
  else store.send({ type: 'start' });

  return {
    state: () => store.state(),
    subscribe: (listener) => store.subscribe(listener),
    retake: (view) => store.send({ type: 'retake', view }),
    retry: () => store.send({ type: 'retry' }),
    useCamera(chosen) {
      facing = chosen;
      store.send({ type: 'camera-changed' });
    },
    setMuted: (muted) => announcer.setMuted(muted),
    close,
  };
}

const DEFAULTS = {
  facing: 'user',
  openCamera,
  openTilt,
  now: () => performance.now(),
  vibrate: (patternMs: readonly number[]): void => {
    if ('vibrate' in navigator) navigator.vibrate([...patternMs]);
  },
} as const;

type Resolved = Required<Omit<ScanOptions, 'signal'>> & Pick<ScanOptions, 'signal'>;

const withDefaults = (given: ScanOptions): Resolved => ({
  ...given,
  facing: given.facing ?? DEFAULTS.facing,
  openCamera: given.openCamera ?? DEFAULTS.openCamera,
  openTilt: given.openTilt ?? DEFAULTS.openTilt,
  now: given.now ?? DEFAULTS.now,
  vibrate: given.vibrate ?? DEFAULTS.vibrate,
  voice: given.voice ?? createVoice(),
  page: given.page ?? document,
});
