import { SdkError } from '../sdk-error.ts';

/** Shows the stream, inline and silent, and waits until it plays. Returns its own undo. @throws {SdkError} `camera-unsupported`. */
export async function attachVideo(video: HTMLVideoElement, stream: MediaStream): Promise<() => void> {
  // Attributes, not only properties: iOS reads them when the source is set.
  for (const name of ['playsinline', 'muted', 'autoplay']) video.setAttribute(name, '');
  video.muted = true;
  video.disableRemotePlayback = true;
  video.srcObject = stream;
  const detach = (): void => {
    if (video.srcObject !== stream) return;
    video.pause();
    video.srcObject = null;
  };
  try {
    await video.play();
    return detach;
  } catch (error) {
    detach();
    throw new SdkError('camera-unsupported', 'the live picture does not play', { cause: error });
  }
}
