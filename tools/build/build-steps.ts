/** One thing that is made from others; paths are relative to the repository. */
export interface BuildStep {
  readonly name: string;
  /** Files or folders; a change in the bytes of any of them makes the step run again. */
  readonly inputs: readonly string[];
  /** Folders the step writes. */
  readonly outputs: readonly string[];
  /** Handed to `node`. */
  readonly script: readonly string[];
}

const ROLLUP = ['node_modules/rollup/dist/bin/rollup', '--config', 'rollup.config.ts'];

/** In the order in which they must run. */
export const BUILD_STEPS: readonly BuildStep[] = [
  {
    name: 'weights',
    inputs: ['packages/models/training/pose', 'packages/models/artifacts/pose/manifest.json', 'node_modules/@mediapipe/pose/package.json'],
    outputs: ['packages/models/artifacts/pose'],
    script: ['packages/models/training/pose/convert.ts'],
  },
  {
    name: 'sdk and demo',
    inputs: [
      'rollup.config.ts', 'tools/rollup', 'tsconfig.json', 'package-lock.json', 'packages/models/src', 'packages/models/artifacts', 'packages/sdk/src',
      'packages/sdk/package.json', 'packages/demo/src', 'packages/demo/package.json',
    ],
    outputs: ['packages/sdk/dist', 'packages/demo/dist'],
    script: ROLLUP,
  },
];
