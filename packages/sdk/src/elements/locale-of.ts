/** Language of an element: its own `lang`, else that of the nearest ancestor or the document; Vietnamese when it is neither of ours. */
export function localeOf(element: Element): 'vi' | 'en' {
  const tag = element.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
  return tag.toLowerCase().split('-')[0] === 'en' ? 'en' : 'vi';
}
