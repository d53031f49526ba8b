import { type ElementsEntry, loadElements } from './load-elements.ts';

/** Put in by the build. */
declare const __VUA_ENTRY__: ElementsEntry;

if (document.currentScript instanceof HTMLScriptElement) loadElements(document.currentScript, __VUA_ENTRY__);
