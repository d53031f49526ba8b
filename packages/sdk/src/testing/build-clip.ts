import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long each part of a clip lasts, seconds. */
export interface ClipPlan {
  readonly frontS: number;
  readonly turnS: number;
  readonly sideS: number;
}

/** Chromium plays Motion JPEG at 30 frames a second; the fixtures' frames are 1/15 s apart. */
const FILE_FPS = 30;
const EACH_FRAME = 2;

/**
 * Writes a clip for Chromium's fake camera: one person's fixture frames, front then side, to and fro.
 * @param folder of the person's frames, `clip-front-*.jpg`, `clip-turn-*.jpg`, `clip-side-*.jpg`.
 */
export function buildClip(folder: string, { frontS, turnS, sideS }: ClipPlan, file: string): void {
  const parts = [
    toAndFro(framesOf(folder, 'front'), frontS),
    stretch(framesOf(folder, 'turn'), turnS),
    toAndFro(framesOf(folder, 'side'), sideS),
  ];
  writeFileSync(file, Buffer.concat(parts.flat()));
}

function framesOf(folder: string, part: 'front' | 'turn' | 'side'): Buffer[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(`clip-${part}-`)).sort();
  return names.map((name) => readFileSync(join(folder, name)));
}

function toAndFro(frames: readonly Buffer[], seconds: number): Buffer[] {
  const there = [...frames, ...frames.slice(1, -1).toReversed()];
  return Array.from({ length: Math.round(seconds * FILE_FPS) }, (_, k) => there[Math.floor(k / EACH_FRAME) % there.length] ?? Buffer.alloc(0));
}

function stretch(frames: readonly Buffer[], seconds: number): Buffer[] {
  const count = Math.round(seconds * FILE_FPS);
  return Array.from({ length: count }, (_, k) => frames[Math.floor((k / count) * frames.length)] ?? Buffer.alloc(0));
}
