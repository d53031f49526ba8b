/** Every file of a bundle: its subresource integrity, then the names of the files that it imports at once. */
export type BundleParts = Readonly<Record<string, readonly [integrity: string, ...imports: string[]]>>;

interface UrlPolicy {
  createScriptURL(url: string): string;
}

/**
 * Loads files from `folder` whose bytes are what the build wrote, and no others; each resolves once it, and before it all that it imports,
 * is in the page's module map, so that `import()` of it fetches nothing. That call itself cannot name an integrity in any browser we serve.
 * What failed is tried again when it is asked for again.
 */
export function createPartLoader(folder: URL, parts: BundleParts, nonce: string): (file: string) => Promise<void> {
  const loaded = new Map<string, Promise<void>>();
  const policy = createPolicy(folder.href);
  const load = (file: string): Promise<void> => {
    const loading = loaded.get(file) ?? fetchPart(file);
    loaded.set(file, loading);
    loading.catch(() => loaded.delete(file));
    return loading;
  };
  const fetchPart = async (file: string): Promise<void> => {
    const part = parts[file];
    if (!part) throw new TypeError(`${file} is not one of Vừa's files`);
    const [integrity, ...imports] = part;
    await Promise.all(imports.map(load));
    await addScript(policy.createScriptURL(new URL(file, folder).href), integrity, nonce);
  };
  return load;
}

/** A script tells nothing of how it comes along, so this limits the whole of it: the largest is some 20 kB, compressed. */
export const SCRIPT_LIMIT_MS = 60_000;

function addScript(url: string, integrity: string, nonce: string): Promise<void> {
  const script = Object.assign(document.createElement('script'), { type: 'module', crossOrigin: 'anonymous', integrity, nonce });
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      script.remove();
      reject(new Error(`${url} did not load`));
    };
    const timer = setTimeout(fail, SCRIPT_LIMIT_MS);
    script.addEventListener('load', () => {
      clearTimeout(timer);
      resolve();
    });
    script.addEventListener('error', () => {
      clearTimeout(timer);
      fail();
    });
    script.src = url;
    document.head.append(script);
  });
}

/** Under Trusted Types only our own files may be named. */
function createPolicy(folder: string): UrlPolicy {
  const createScriptURL = (given: string): string => {
    if (!given.startsWith(folder)) throw new TypeError(`${given} is not one of Vừa's files`);
    return given;
  };
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy } };
  return trustedTypes?.createPolicy('vua', { createScriptURL }) ?? { createScriptURL };
}
