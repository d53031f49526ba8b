import { describe, expect, it, vi } from 'vitest';
import { SdkError } from '../sdk-error.ts';
import { createWriteBehind } from './write-behind.ts';

const write = () => vi.fn<() => Promise<void>>(async () => undefined);

describe('createWriteBehind', () => {
  it('writes once what was loaded is in use', async () => {
    const { later, afterLoading } = createWriteBehind();
    const file = write();
    const loaded = await afterLoading(async () => {
      later(file);
      await Promise.resolve();
      expect(file).not.toHaveBeenCalled();
      return 'engine';
    });
    expect(loaded).toBe('engine');
    expect(file).toHaveBeenCalledOnce();
    await afterLoading(async () => 'another');
    expect(file).toHaveBeenCalledOnce();
  });

  it('does not wait for the writing', async () => {
    const { later, afterLoading } = createWriteBehind();
    later(() => new Promise(() => undefined));
    expect(await afterLoading(async () => 'engine')).toBe('engine');
  });

  it('writes what had come before it says that the rest did not', async () => {
    const { later, afterLoading } = createWriteBehind();
    const { promise: written, resolve } = Promise.withResolvers<void>();
    later(() => written);
    const told = vi.fn<(error: unknown) => void>();
    const loading = afterLoading(() => Promise.reject(new SdkError('offline'))).catch(told);
    await Promise.resolve();
    expect(told).not.toHaveBeenCalled();
    resolve();
    await loading;
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'offline' }));
  });

  it('writes nothing where memory is short', async () => {
    const { later, afterLoading } = createWriteBehind();
    const file = write();
    later(file);
    await expect(afterLoading(() => Promise.reject(new SdkError('out-of-memory')))).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(file).not.toHaveBeenCalled();
  });
});
