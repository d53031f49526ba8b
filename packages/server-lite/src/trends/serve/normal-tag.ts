/** As tags are kept: lower case, composed, without `#` and outer spaces. */
export const normalTag = (tag: string): string => tag.normalize('NFC').trim().replace(/^[#\s]+/, '').toLowerCase();
