interface TrustedUrlPolicy {
  createScriptURL(url: string): string;
}

let policy: TrustedUrlPolicy | undefined;

/**
 * Starts a module worker from source that was fetched and checked before. A Blob URL works also where the SDK comes
 * from another origin than the page; a page with Trusted Types must allow the policy `vua#worker`.
 */
export function startWorkerFromSource(source: ArrayBuffer): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(trusted(url), { type: 'module', name: 'vua' });
  } finally {
    // The worker has its own hold on the Blob once its fetch has begun; without the delay it may not have.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: TrustedUrlPolicy): TrustedUrlPolicy } };
  policy ??= trustedTypes?.createPolicy('vua#worker', { createScriptURL: (given) => given });
  return policy?.createScriptURL(url) ?? url;
}
