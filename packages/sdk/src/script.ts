import { type ElementsBundle, loadElements } from './load-elements.ts';

/** Put in by the build. */
declare const __VUA_ELEMENTS__: ElementsBundle;

if (document.currentScript instanceof HTMLScriptElement) loadElements(document.currentScript, __VUA_ELEMENTS__);
