/** What a package's source may import, and in which order its folders lie. */
export interface PackageRule {
  /** Other packages of this repository; `@vua/models/*` means every door of it. */
  readonly packages: readonly string[];
  /** Only these may touch Node's built-in modules. */
  readonly node: boolean;
  /** Folder of `src` -> the folders it may import. A folder that is not listed here may not exist. */
  readonly folders: Readonly<Record<string, readonly string[]>>;
  /** Files directly in `src` that see every folder. The others there may import no folder, and every folder may import them. */
  readonly roots: readonly string[];
}

const CAPTURE_ROW = ['capture', 'inference', 'worker', 'scan'];
const EVENTS_ROW = ['events', 'sessions', 'actions'];
const PERMISSION_ROW = ['consent', 'experiments', 'profile'];
const STORE_ROW = ['store', 'sync'];

// A server module knows none of the others: what they share goes through these.
const SERVER_SHARED = ['http', 'storage'];

export const IMPORT_TABLE: Readonly<Record<string, PackageRule>> = {
  models: {
    packages: [],
    node: false,
    folders: {
      contracts: [], pose: [], silhouette: ['pose'], body: ['pose', 'silhouette'], size: ['contracts', 'body'],
      privacy: ['contracts'], sequence: ['contracts'], trend: ['contracts'], wear: ['contracts'],
      recommend: ['contracts', 'sequence', 'size'],
    },
    roots: [],
  },
  sdk: {
    packages: ['@vua/models/*'],
    node: false,
    folders: {
      ...leftOnly(CAPTURE_ROW), ...leftOnly(EVENTS_ROW), ...leftOnly(PERMISSION_ROW), ...leftOnly(STORE_ROW),
      elements: [...CAPTURE_ROW, ...EVENTS_ROW, ...PERMISSION_ROW, ...STORE_ROW],
      // What other tools tell, in our terms: a leaf that no folder imports.
      adapters: ['events', 'consent'],
    },
    roots: ['create-vua.ts', 'create-tracker.ts', 'define-elements.ts', 'follow-bodies.ts', 'follow-shopper.ts', 'index.ts', 'open-ranking.ts', 'open-runtime.ts', 'script.ts', 'tracker-options.ts'],
  },
  'server-lite': {
    packages: ['@vua/models/*'],
    node: true,
    folders: {
      storage: [], http: ['storage'], jobs: ['storage'], tenants: SERVER_SHARED,
      catalog: SERVER_SHARED, ingest: SERVER_SHARED, privacy: SERVER_SHARED, sizing: SERVER_SHARED, registry: SERVER_SHARED, recommendations: SERVER_SHARED, trends: SERVER_SHARED, operations: SERVER_SHARED, 'static-files': SERVER_SHARED,
    },
    roots: ['app-services.ts', 'create-app.ts', 'create-services.ts', 'index.ts', 'open-stores.ts', 'read-settings.ts', 'run-command-line.ts', 'start-server.ts'],
  },
  demo: {
    packages: ['@vua/sdk', '@vua/models/contracts'],
    node: false,
    folders: { i18n: [], products: [], tracking: [], pages: ['products', 'i18n', 'tracking'], console: ['i18n', 'pages'], simulator: [] },
    roots: ['shop.ts', 'console.ts'],
  },
};

function leftOnly(row: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(row.map((folder, index) => [folder, row.slice(0, index)]));
}
