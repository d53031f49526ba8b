import { readFileSync } from 'node:fs';
import { AutoETS, initSync as openEts } from '@bsull/augurs/ets';
import { MSTL, initSync as openMstl } from '@bsull/augurs/mstl';
import type { TrendMember } from '../../src/trend/members/trend-member.ts';
import { SEASON_WEEKS } from '../../src/trend/trend-series.ts';

/** Error, trend chosen by AICc; no season, which the library's ETS has only as MSTL takes it out beforehand. */
const ETS_SPEC = 'ZZN';

interface Model {
  fit(values: Float64Array): void;
  predict(horizonWeeks: number): { readonly point: readonly number[] };
  free(): void;
}

/** Well-known methods in Grafana's WebAssembly, to compare with. Nothing that ships uses them. */
export function openReferenceLines(): Readonly<Record<'ets' | 'mstl', TrendMember>> {
  openEts({ module: wasmOf('ets') });
  openMstl({ module: wasmOf('mstl') });
  return { ets: lineOf(() => new AutoETS(1, ETS_SPEC)), mstl: lineOf(() => MSTL.ets([SEASON_WEEKS])) };
}

function lineOf(create: () => Model): TrendMember {
  return (history, horizonWeeks) => {
    const model = create();
    model.fit(history);
    const { point } = model.predict(horizonWeeks);
    model.free();
    return Float64Array.from(point, (value) => Math.max(0, value));
  };
}

function wasmOf(name: 'ets' | 'mstl'): Uint8Array<ArrayBuffer> {
  return readFileSync(new URL(`${name}_bg.wasm`, import.meta.resolve(`@bsull/augurs/${name}`)));
}
