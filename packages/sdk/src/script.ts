import { type ScriptBundles, loadVua } from './load-vua.ts';

/** Put in by the build. */
declare const __VUA_BUNDLES__: ScriptBundles;

if (document.currentScript instanceof HTMLScriptElement) loadVua(document.currentScript, __VUA_BUNDLES__);
