import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPeople } from './read-people.ts';

const LISTED = { id: 'a', front: 'a-front.jpg', side: 'a-side.jpg', measurements: { stature_cm: 170 } };
const VIEW = { mask: 'a-mask.png', width: 720, height: 1280, camera: { f_px: 1536, distance_cm: 300 }, joints_px: { left_hip: [360, 640] } };

describe('readPeople', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'eval-body-')); });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('needs no more than id, pictures and stature', () => {
    const [person] = readPeople(folder, { people: [LISTED] });
    expect(person).toMatchObject({ id: 'a', groups: {}, measurements: { stature_cm: 170 } });
    expect(person?.pictures.front.focal).toBeCloseTo(1.072, 3);
    expect(person?.pictures.front.maskFile).toBeUndefined();
  });

  it('takes the field of view that the manifest tells', () => {
    expect(readPeople(folder, { people: [{ ...LISTED, camera: { vfov_deg: 90 } }] })[0]?.pictures.side.focal).toBeCloseTo(0.5, 6);
  });

  it('adds masks, cameras, joints, widths and groups from the own file of a person', () => {
    const file = {
      background: 'stripes', look: { skin: 'young_darkskinned_male_diffuse' }, torso_breadth_depth_cm: { hip: [34, 22] }, views: { front: VIEW, side: VIEW },
    };
    writeFileSync(join(folder, 'a.json'), JSON.stringify(file));
    const [person] = readPeople(folder, { people: [{ ...LISTED, sex: 'male' }] });
    expect(person?.groups).toEqual({ sex: 'male', room: 'stripes', skin: 'dark' });
    expect(person?.widthTruth).toEqual({ hip: [34, 22] });
    expect(person?.pictures.side).toEqual({ file: 'a-side.jpg', focal: 1.2, maskFile: 'a-mask.png', cmShare: 0.004, joints: { left_hip: [0.5, 0.5] } });
  });
});
