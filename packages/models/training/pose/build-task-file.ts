import { zipSync, type Zippable } from 'fflate';
import { addMetadata } from './add-metadata.ts';
import { encodeMetadata } from './tflite-metadata.ts';

/** Inputs of the two networks, see `src/pose/constants.ts`: -1..1 and 0..1. */
const DETECTOR_INPUT = { mean: 127.5, std: 127.5 };
const LANDMARKER_INPUT = { mean: 0, std: 255 };

// Local file header of the zip format without name and extra field.
const HEADER_BYTES = 30;
// Fixed, so that the same weights always give the same bytes.
const MTIME = '1980-01-01T00:00:00';

/** Bundles both networks as the `.task` file of MediaPipe Tasks' PoseLandmarker: a stored zip with data aligned to 16. */
export function buildTaskFile(detector: Uint8Array, landmarker: Uint8Array): Uint8Array {
  const files: [string, Uint8Array][] = [
    ['pose_detector.tflite', addMetadata(detector, encodeMetadata(DETECTOR_INPUT))],
    ['pose_landmarks_detector.tflite', addMetadata(landmarker, encodeMetadata(LANDMARKER_INPUT))],
  ];
  const entries: Zippable = {};
  let position = 0;
  for (const [name, bytes] of files) {
    const bare = position + HEADER_BYTES + name.length + 4;
    const padding = (16 - (bare % 16)) % 16;
    entries[name] = [bytes, { level: 0, mtime: MTIME, extra: { 0xffff: new Uint8Array(padding) } }];
    position = bare + padding + bytes.length;
  }
  return zipSync(entries);
}
