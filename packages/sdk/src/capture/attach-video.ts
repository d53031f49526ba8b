import { SdkError } from '../sdk-error.ts';

/** A seen page must get its first picture within this time. */
const FIRST_PICTURE_MS = 5000;

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

/** Resolves when the live picture plays. @throws {SdkError} `camera-unsupported`; `camera-muted` when no picture comes for {@link FIRST_PICTURE_MS}. */
export async function playVideo(video: HTMLVideoElement, page: Pick<Document, 'hidden'>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Playing waits for the first picture, which a camera that another program blocks never sends.
  const watch = (): void => {
    timer = setTimeout(() => (page.hidden ? watch() : reject(new SdkError('camera-muted', 'the camera sends no picture'))), FIRST_PICTURE_MS);
  };
  watch();
  try {
    await Promise.race([video.play(), late]);
  } catch (error) {
    throw SdkError.is(error) ? error : new SdkError('camera-unsupported', 'the live picture does not play', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
