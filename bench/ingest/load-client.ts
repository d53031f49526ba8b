import { type LoadOrder, runLoad } from './run-load.ts';

// A process of its own, so that making the load takes nothing from the server's thread.
process.on('message', (order: LoadOrder) => {
  void runLoad(order).then((result) => process.send?.(result));
});
