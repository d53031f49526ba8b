import type { EngineName } from '../inference/engine-name.ts';

const SOFTWARE = /swiftshader|llvmpipe|software|basic render|microsoft basic/i;

interface GpuNavigator {
  readonly gpu?: { requestAdapter(): Promise<{ readonly info?: { readonly isFallbackAdapter?: boolean; readonly description?: string; readonly vendor?: string } } | null> };
}

/** The engine of a real graphics processor that may beat WebAssembly here; none where graphics are computed in software. */
export async function gpuEngine(): Promise<EngineName | undefined> {
  // WebGL first: asking for an adapter where there is none prints a warning into the shop's console.
  if (!hasHardwareWebgl()) return undefined;
  return (await hasWebgpu()) ? 'webgpu' : 'webgl';
}

async function hasWebgpu(): Promise<boolean> {
  try {
    const adapter = await (navigator as GpuNavigator).gpu?.requestAdapter();
    if (!adapter) return false;
    const { isFallbackAdapter = false, description = '', vendor = '' } = adapter.info ?? {};
    return !isFallbackAdapter && !SOFTWARE.test(`${vendor} ${description}`);
  } catch {
    return false;
  }
}

function hasHardwareWebgl(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' && !SOFTWARE.test(renderer);
}
