/** What is asked of the browser before something costly is done. */
export interface ShopperDevice {
  readonly hasWebGpu: boolean;
  /** A mouse or the like. */
  readonly isDesktop: boolean;
  /** Undefined where the browser does not tell. */
  readonly isCharging: () => Promise<boolean | undefined>;
  /** Resolves in a moment where the page has nothing to do; never where the browser knows no such moments. */
  readonly whenIdle: () => Promise<void>;
}

interface BatteryNavigator {
  readonly gpu?: unknown;
  readonly getBattery?: () => Promise<{ readonly charging: boolean }>;
}

/** This browser. */
export function shopperDevice(page: typeof globalThis = globalThis): ShopperDevice {
  const navigator = page.navigator as BatteryNavigator | undefined;
  return {
    hasWebGpu: navigator?.gpu !== undefined,
    isDesktop: page.matchMedia?.('(hover: hover) and (pointer: fine)').matches ?? false,
    isCharging: async () => (await navigator?.getBattery?.().catch(() => undefined))?.charging,
    whenIdle: () => new Promise((resolve) => { page.requestIdleCallback?.(() => resolve()); }),
  };
}
