/** What keeps the key while this tab is open: `sessionStorage`, which a browser may refuse. */
export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const STORAGE_KEY = 'vua.console.key';
/** What may stand in a header; a key or a token is nothing else. */
const CREDENTIAL = /^[\x21-\x7e]{1,4096}$/;

/** The key of a link into the console, such as `#key=vua_sk_...`. Browsers send no fragment to a server. */
export function keyOfFragment(fragment: string): string | undefined {
  return readCredential(new URLSearchParams(fragment.replace(/^#/, '')).get('key') ?? '');
}

/** The rest of such a link: `#view=trends&key=...` leads to trends. Empty where nothing is left. */
export function fragmentWithoutKey(fragment: string): string {
  const rest = new URLSearchParams(fragment.replace(/^#/, ''));
  rest.delete('key');
  return rest.size === 0 ? '' : `#${rest.toString()}`;
}

/** What somebody pasted, as it can be sent; undefined where it cannot be a key. A whole link will do. */
export function keyOfText(text: string): string | undefined {
  const fragment = text.indexOf('#');
  return fragment < 0 ? readCredential(text) : keyOfFragment(text.slice(fragment));
}

export const readKey = (storage: KeyStorage | undefined): string | undefined => readCredential(storage?.getItem(STORAGE_KEY) ?? '');

export const keepKey = (key: string, storage: KeyStorage | undefined): void => storage?.setItem(STORAGE_KEY, key);

export const forgetKey = (storage: KeyStorage | undefined): void => storage?.removeItem(STORAGE_KEY);

function readCredential(text: string): string | undefined {
  const credential = text.trim();
  return CREDENTIAL.test(credential) ? credential : undefined;
}
