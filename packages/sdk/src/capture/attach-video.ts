import { SdkError } from '../sdk-error.ts';

/** Shows the stream, inline and silent. Returns its own undo. */
export function attachVideo(video: HTMLVideoElement, stream: MediaStream): () => void {
  // Attributes, not only properties: iOS reads them when the source is set.
  for (const name of ['playsinline', 'muted', 'autoplay']) video.setAttribute(name, '');
  video.muted = true;
  video.disableRemotePlayback = true;
  video.srcObject = stream;
  return () => {
    if (video.srcObject !== stream) return;
    video.pause();
    video.srcObject = null;
  };
}

/** Resolves when the live picture plays. @throws {SdkError} `camera-unsupported`. */
export async function playVideo(video: HTMLVideoElement): Promise<void> {
  try {
    await video.play();
  } catch (error) {
    throw new SdkError('camera-unsupported', 'the live picture does not play', { cause: error });
  }
}
