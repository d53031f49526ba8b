import { createVua } from './create-vua.ts';
import { defineRecommendations } from './elements/recommendations/define-recommendations.ts';
import { defineSizeFinder } from './elements/size-finder.ts';
import { type VuaOptions, resolveVuaOptions } from './vua-options.ts';

/**
 * Registers `<vua-size-finder>` and `<vua-recommendations>`. Only the button of the one is there until it is pressed; the dialog and the scan load then.
 * The code of the other loads where one is in the page. A second call changes nothing.
 * Options that cannot be are told in the console when an element is used.
 */
export function defineElements(options: VuaOptions): void {
  const openEngine = (locale: 'vi' | 'en') => createVua({ ...options, locale });
  defineSizeFinder(openEngine);
  defineRecommendations(() => {
    const { apiUrl, siteKey, fetch } = resolveVuaOptions(options);
    return { apiUrl, siteKey, fetch, openEngine };
  });
}
