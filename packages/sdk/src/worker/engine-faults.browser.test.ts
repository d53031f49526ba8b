import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenWorkerLab, openWorkerLab } from '../../../../tools/worker-lab/open-worker-lab.ts';

const FRONT = '/pictures/people/dev-003/front.jpg';
const SIDE = '/pictures/people/dev-003/side.jpg';
const PROFILE = { statureCm: 161.1 } as const;
const LIMIT_MS = 2000;
const SOFTWARE_GRAPHICS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

let lab: OpenWorkerLab;
const printed: string[] = [];
afterEach(() => lab.close());

async function open(browserArgs: readonly string[] = []): Promise<void> {
  lab = await openWorkerLab(join(import.meta.dirname, '../testing/fixtures'), browserArgs);
  printed.length = 0;
  lab.context.on('console', (message) => printed.push(message.text()));
}

describe('without memory', () => {
  it('an engine whose WebAssembly cannot grow gives way to the next', async () => {
    await open();
    await lab.call('plant', 'wasm-memory-refused', 'at-start', 1);
    const opened = await lab.call('open', lab.assetsUrl, 'wasm', 'lite');
    expect(opened).toMatchObject({ ok: true, value: { engine: 'tasks-vision' } });
    // Two engines, each in time.
    expect(opened.ms).toBeLessThan(2 * LIMIT_MS);
    expect(await lab.call('measure', FRONT, SIDE, PROFILE)).toMatchObject({ ok: true, value: { status: 'measured' } });
  });

  it('is named when no engine can have any', async () => {
    await open();
    await lab.call('plant', 'wasm-memory-refused', 'at-start');
    const opened = await lab.call('open', lab.assetsUrl, 'wasm', 'lite');
    expect(opened).toMatchObject({ ok: false, code: 'out-of-memory' });
    expect(opened.ms).toBeLessThan(2 * LIMIT_MS);
  });

  it.each(['wasm', 'tasks-vision'] as const)('is named in the middle of a scan with %s, and the next call has a new worker', async (engine) => {
    await open();
    await lab.call('plant', 'picture-memory-refused', 'when-told', 1);
    expect(await lab.call('open', lab.assetsUrl, engine, 'lite')).toMatchObject({ ok: true, value: { engine } });
    expect(await lab.call('observe', FRONT)).toMatchObject({ ok: true });
    await lab.call('fail');
    const refused = await lab.call('measure', FRONT, SIDE, PROFILE);
    expect(refused).toMatchObject({ ok: false, code: 'out-of-memory' });
    expect(refused.ms).toBeLessThan(LIMIT_MS);
    expect(await lab.call('measure', FRONT, SIDE, PROFILE)).toMatchObject({ ok: true, value: { status: 'measured' } });
    expect(await lab.call('workersStarted')).toBe(2);
  });
});

describe('on a graphics processor computed in software', () => {
  it('a context that is lost during a scan is named, and WebAssembly goes on', async () => {
    await open(SOFTWARE_GRAPHICS);
    await lab.call('plant', 'graphics-contexts-lost', 'when-told', 1);
    expect(await lab.call('open', lab.assetsUrl, 'webgl', 'lite')).toMatchObject({ ok: true, value: { engine: 'webgl' } });
    const reading = await lab.call('observe', FRONT);
    if (!reading.ok) throw new Error(reading.code);
    expect(reading.value.outlinePoints).toBeGreaterThan(50);
    const lost = await lab.call('failDuring', FRONT);
    expect(lost).toMatchObject({ ok: false, code: 'gpu-context-lost' });
    expect(lost.ms).toBeLessThan(LIMIT_MS);
    expect(await lab.call('observe', FRONT)).toMatchObject({ ok: true });
    expect(await lab.call('settled')).toMatchObject({ ok: true, value: { engine: 'wasm' } });
    expect(await lab.call('workersStarted')).toBe(2);
  });

  it('takes no part in the race', async () => {
    await open(SOFTWARE_GRAPHICS);
    await lab.call('open', lab.assetsUrl, 'auto', 'lite');
    expect(await lab.call('settled')).toMatchObject({ ok: true, value: { engine: 'wasm' } });
    expect(await lab.call('workersStarted')).toBe(1);
    expect(printed).toEqual([]);
  });
});

describe('without a WebGPU adapter', () => {
  it('the race skips it and says nothing', async () => {
    await open();
    await lab.call('open', lab.assetsUrl, 'auto', 'lite');
    expect(await lab.call('settled')).toMatchObject({ ok: true, value: { engine: 'wasm' } });
    expect(await lab.call('workersStarted')).toBe(1);
    expect(printed).toEqual([]);
  });

  it('its engine gives way to WebAssembly in time and says nothing', async () => {
    await open();
    const opened = await lab.call('open', lab.assetsUrl, 'webgpu', 'lite');
    expect(opened).toMatchObject({ ok: true, value: { engine: 'wasm' } });
    expect(opened.ms).toBeLessThan(2 * LIMIT_MS);
    expect(printed).toEqual([]);
  });
});
