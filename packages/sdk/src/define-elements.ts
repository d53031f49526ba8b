import { createVua } from './create-vua.ts';
import { defineSizeFinder } from './elements/size-finder.ts';
import type { VuaOptions } from './vua-options.ts';

/**
 * Registers `<vua-size-finder>`. Only the button is there until it is pressed; the dialog and the scan load then.
 * A second call changes nothing.
 * @throws {TypeError} as `createVua`, when a dialog opens.
 */
export function defineElements(options: VuaOptions): void {
  defineSizeFinder((locale) => createVua({ ...options, locale }));
}
