import { SdkError, type SdkErrorCode } from '../sdk-error.ts';

/** A muted track is a fault after this long; the shopper hears of it within a second. */
const MUTE_MS = 800;
/** So long is waited for the browser to say whether the permission is gone. */
const PERMISSION_ANSWER_MS = 300;

export interface CameraPermission {
  state(): PermissionState;
  onChange(listener: () => void): () => void;
}

export interface WatchDeps {
  readonly page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;
  /** Undefined where the browser does not tell. */
  readonly permission: () => Promise<CameraPermission | undefined>;
}

/**
 * Watches an open track: unplugged (`camera-lost`), permission withdrawn (`camera-revoked`), muted for {@link MUTE_MS} while the page
 * is seen (`camera-muted`; phones mute the camera of a hidden page). Calls back at most once. Returns its own undo.
 */
export function watchCamera(track: MediaStreamTrack, deps: WatchDeps, onFault: (fault: SdkError) => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const report = (code: SdkErrorCode, message: string): void => {
    if (signal.aborted) return;
    stopped.abort();
    onFault(new SdkError(code, message));
  };
  const isRevoked = watchPermission(deps, signal, () => report('camera-revoked', 'the permission to use the camera was withdrawn'));
  const onEnded = async (): Promise<void> => {
    if (await isRevoked()) report('camera-revoked', 'the permission to use the camera was withdrawn');
    else report('camera-lost', 'the camera was disconnected');
  };
  track.addEventListener('ended', () => void onEnded(), { signal });
  watchMute(track, deps.page, signal, () => report('camera-muted', 'the camera sends no picture'));
  // It may have ended before anybody listened.
  if (track.readyState === 'ended') void onEnded();
  return () => stopped.abort();
}

function watchPermission(deps: WatchDeps, signal: AbortSignal, onRevoked: () => void): () => Promise<boolean> {
  let isGone = (): boolean => false;
  const known = deps.permission().then((permission) => {
    if (!permission) return;
    // Browsers that grant for one time only say `prompt` all along: that is not a withdrawal.
    const granted = permission.state() === 'granted';
    isGone = () => permission.state() === 'denied' || (granted && permission.state() !== 'granted');
    const undo = permission.onChange(() => { if (isGone()) onRevoked(); });
    if (signal.aborted) undo();
    else signal.addEventListener('abort', undo, { once: true });
  }, () => undefined);
  return async () => {
    // The track ends a moment before the permission is known to have changed.
    await known;
    for (let waitedMs = 0; !isGone() && waitedMs < PERMISSION_ANSWER_MS; waitedMs += 100) await delay(100);
    return isGone();
  };
}

const delay = (delayMs: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, delayMs); });

function watchMute(track: MediaStreamTrack, page: WatchDeps['page'], signal: AbortSignal, onMuted: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (track.muted && !page.hidden) timer = setTimeout(onMuted, MUTE_MS);
  };
  track.addEventListener('mute', look, { signal });
  track.addEventListener('unmute', look, { signal });
  page.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  look();
}
