import { describe, expect, it } from 'vitest';
import { startWasm } from './start-wasm.ts';

/** `(module (memory (export "memory") 1 2))`. */
const ONE_TO_TWO_PAGES = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 4, 1, 1, 1, 2, 7, 10, 1, 6, ...new TextEncoder().encode('memory'), 2, 0).buffer;

describe('startWasm', () => {
  it('hands over the instance, and is content while its memory grows', async () => {
    const { instantiateWasm, checkMemory } = startWasm(ONE_TO_TWO_PAGES);
    const instance = await new Promise<WebAssembly.Instance>((resolve) => { instantiateWasm({}, resolve); });
    const memory = instance.exports['memory'] as WebAssembly.Memory;
    expect(memory.grow(1)).toBe(1);
    expect(memory.buffer.byteLength).toBe(2 * 65_536);
    expect(checkMemory).not.toThrow();
  });

  it('says for ever after that the memory could not grow', async () => {
    const { instantiateWasm, checkMemory, checked } = startWasm(ONE_TO_TWO_PAGES);
    const instance = await new Promise<WebAssembly.Instance>((resolve) => { instantiateWasm({}, resolve); });
    const memory = instance.exports['memory'] as WebAssembly.Memory;
    expect(await checked(async () => 'fine')).toBe('fine');
    expect(() => memory.grow(2)).toThrow(RangeError);
    expect(memory.grow(1)).toBe(1);
    expect(checkMemory).toThrow(/^out of memory/);
    await expect(checked(async () => 'worth nothing')).rejects.toThrow(/^out of memory/);
    await expect(checked(() => Promise.reject(new Error('memory access out of bounds')))).rejects.toThrow(/^out of memory/);
  });

  it('gets what is to be reserved before anybody sees the memory', async () => {
    const { instantiateWasm } = startWasm(ONE_TO_TWO_PAGES, 70_000);
    const instance = await new Promise<WebAssembly.Instance>((resolve) => { instantiateWasm({}, resolve); });
    expect((instance.exports['memory'] as WebAssembly.Memory).buffer.byteLength).toBe(2 * 65_536);
  });

  it('says at once that there is not so much', async () => {
    const { instantiateWasm, failure, checkMemory } = startWasm(ONE_TO_TWO_PAGES, 3 * 65_536);
    instantiateWasm({}, () => { throw new Error('nobody sees this memory'); });
    await expect(failure).rejects.toThrow(/^out of memory/);
    expect(checkMemory).toThrow(/^out of memory/);
  });

  it('rejects when the module cannot be instantiated', async () => {
    const { instantiateWasm, failure } = startWasm(new TextEncoder().encode('no module').buffer);
    instantiateWasm({}, () => { throw new Error('there is no instance'); });
    await expect(failure).rejects.toThrow(WebAssembly.CompileError);
  });
});
