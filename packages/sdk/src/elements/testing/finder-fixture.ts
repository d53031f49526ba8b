import { defineSizeFinder } from '../size-finder.ts';
import { type MemoryEngine, type MemoryEngineScript, createMemoryEngine } from './memory-engine.ts';

declare global {
  interface Window {
    vuaScript: MemoryEngineScript;
    vuaEngine: MemoryEngine;
    vuaEvents: { readonly type: string; readonly detail: unknown }[];
  }
}

// The page of a browser test: the real element on an engine in memory.
window.vuaEvents = [];
for (const type of ['vua-size-advised', 'vua-size-chosen'] as const) {
  document.body.addEventListener(type, (event) => window.vuaEvents.push({ type, detail: event.detail }));
}
defineSizeFinder(() => (window.vuaEngine = createMemoryEngine(window.vuaScript)));
