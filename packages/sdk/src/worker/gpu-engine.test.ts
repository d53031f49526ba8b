import { afterEach, describe, expect, it, vi } from 'vitest';
import { gpuEngine } from './gpu-engine.ts';

interface Adapter { readonly info?: { readonly isFallbackAdapter?: boolean; readonly description?: string; readonly vendor?: string } }

/** A browser with this WebGL renderer (none: no WebGL 2) and this WebGPU adapter (absent: no WebGPU). */
function browserWith(renderer: string | undefined, requestAdapter?: () => Promise<Adapter | null>): { lost: number } {
  const seen = { lost: 0 };
  const gl = {
    RENDERER: 1,
    getExtension: (name: string) => (name === 'WEBGL_lose_context' ? { loseContext: () => { seen.lost += 1; } } : { UNMASKED_RENDERER_WEBGL: 2 }),
    getParameter: (which: number) => (which === 2 ? renderer : 'WebKit WebGL'),
  };
  vi.stubGlobal('OffscreenCanvas', class { getContext() { return renderer === undefined ? null : gl; } });
  vi.stubGlobal('navigator', requestAdapter ? { gpu: { requestAdapter } } : {});
  return seen;
}
afterEach(() => { vi.unstubAllGlobals(); });

const HARDWARE = 'ANGLE (Apple, Apple M1, OpenGL 4.1)';

describe('gpuEngine', () => {
  it('is WebGPU on a real adapter, else WebGL', async () => {
    browserWith(HARDWARE, async () => ({ info: { vendor: 'apple' } }));
    expect(await gpuEngine()).toBe('webgpu');
    browserWith(HARDWARE, async () => null);
    expect(await gpuEngine()).toBe('webgl');
    browserWith(HARDWARE);
    expect(await gpuEngine()).toBe('webgl');
  });

  it.each(['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', 'llvmpipe (LLVM 15)', 'Microsoft Basic Render Driver'])('is none on %s, and asks for no adapter', async (renderer) => {
    const ask = vi.fn<() => Promise<Adapter | null>>();
    browserWith(renderer, ask);
    expect(await gpuEngine()).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
  });

  it('is none without WebGL 2', async () => {
    browserWith(undefined);
    expect(await gpuEngine()).toBeUndefined();
  });

  it('does not take a software adapter for a processor, nor one that fails', async () => {
    browserWith(HARDWARE, async () => ({ info: { isFallbackAdapter: true } }));
    expect(await gpuEngine()).toBe('webgl');
    browserWith(HARDWARE, async () => ({ info: { description: 'SwiftShader' } }));
    expect(await gpuEngine()).toBe('webgl');
    browserWith(HARDWARE, () => Promise.reject(new Error('lost')));
    expect(await gpuEngine()).toBe('webgl');
  });

  it('gives its context back', async () => {
    expect(browserWith(HARDWARE).lost).toBe(0);
    const seen = browserWith(HARDWARE);
    await gpuEngine();
    expect(seen.lost).toBe(1);
  });
});
