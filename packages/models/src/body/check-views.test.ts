import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JointName, PointPx, SilhouetteQuality, ViewProfile } from '../silhouette/index.ts';
import { checkViews } from './check-views.ts';
import { drawBody, renderView } from './testing/rendered-body.ts';
import { loadBodyModel } from './load-body-model.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);
const body = drawBody(model, 'male', []);
const FRONT = renderView(model, body, 'front');
const SIDE = renderView(model, body, 'side');

const withQuality = (profile: ViewProfile, quality: Partial<SilhouetteQuality>): ViewProfile => ({ ...profile, quality: { ...profile.quality, ...quality } });

function moved(profile: ViewProfile, move: (name: JointName, at: PointPx) => PointPx): ViewProfile {
  const joints = Object.fromEntries(Object.entries(profile.joints).map(([name, at]) => [name, move(name as JointName, at)])) as Record<JointName, PointPx>;
  return { ...profile, joints };
}

const mirrored = (profile: ViewProfile): ViewProfile => moved(profile, (_, { x, y }) => ({ x: 720 - x, y }));
const narrowed = (profile: ViewProfile, by: number): ViewProfile => moved(profile, (_, { x, y }) => ({ x: 360 + (x - 360) * by, y }));
const seated = (profile: ViewProfile): ViewProfile => moved(profile, (name, { x, y }) => ({ x, y: /knee|ankle|heel|foot/.test(name) ? y - 170 : y }));

describe('checkViews', () => {
  it('lets good views pass', () => {
    expect(checkViews({ front: [FRONT], side: [SIDE] })).toBeUndefined();
  });

  it.each([
    ['no-person', []],
    ['picture-too-small', [{ ...FRONT, bottomYPx: FRONT.topYPx + 250 }]],
    ['head-cut', [withQuality(FRONT, { headVisible: false })]],
    ['feet-cut', [withQuality(FRONT, { feetVisible: false })]],
    ['sitting', [seated(FRONT)]],
    ['back-view', [mirrored(FRONT)]],
    ['not-facing', [narrowed(FRONT, 0.2)]],
    ['outline-unclear', [withQuality(FRONT, { sharpness: 0.2 })]],
    ['outline-unclear', [withQuality(FRONT, { borderContact: 0.3 })]],
    ['outline-unclear', [{ ...FRONT, leftPx: FRONT.leftPx.map(() => NaN) }]],
  ] as const)('refuses a front view: %s', (reason, front) => {
    expect(checkViews({ front, side: [SIDE] })).toEqual({ view: 'front', reason });
  });

  it('refuses a side view that faces the camera', () => {
    expect(checkViews({ front: [FRONT], side: [{ ...FRONT, view: 'side' }] })).toEqual({ view: 'side', reason: 'not-side-on' });
  });

  it('refuses views of two different bodies', () => {
    const longLegs = moved(SIDE, (name, { x, y }) => ({ x, y: name.includes('hip') ? y - 110 : y }));
    expect(checkViews({ front: [FRONT], side: [longLegs] })).toEqual({ view: 'side', reason: 'views-disagree' });
  });

  it('forgives a minority of bad frames', () => {
    const bad = withQuality(FRONT, { headVisible: false });
    expect(checkViews({ front: [FRONT, FRONT, bad], side: [SIDE] })).toBeUndefined();
    expect(checkViews({ front: [FRONT, bad, bad], side: [SIDE] })).toEqual({ view: 'front', reason: 'head-cut' });
  });
});
