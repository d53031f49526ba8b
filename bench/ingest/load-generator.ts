import { fork } from 'node:child_process';
import type { LoadOrder, LoadResult } from './run-load.ts';

/** Makes load from a process of its own, one order after the other. */
export interface LoadGenerator {
  run(order: LoadOrder): Promise<LoadResult>;
  stop(): void;
}

export function startLoadGenerator(): LoadGenerator {
  const child = fork(new URL('load-client.ts', import.meta.url));
  return {
    run: (order) => new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error('the load generator ended'));
      child.once('exit', onExit);
      child.once('message', (result) => {
        child.off('exit', onExit);
        resolve(result as LoadResult);
      });
      child.send(order);
    }),
    stop: () => void child.kill(),
  };
}
