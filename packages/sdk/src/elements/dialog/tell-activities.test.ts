import type { EventBody } from '@vua/models/contracts';
import { EVENT_DATA } from '@vua/models/contracts';
import type { SizeAdvice } from '@vua/models/size';
import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { FLOW_START, type FlowState } from './flow-state.ts';
import type { Measured } from './measured.ts';
import { tellActivities } from './tell-activities.ts';

const measured = (measuredAtMs?: number): Measured => ({ body: {} as Measured['body'], ...(measuredAtMs !== undefined && { measuredAtMs }) });
const recommended = (size: string): SizeAdvice => ({ status: 'recommended', size, certainty: 'high', probability: 0.95, sizes: [], zones: [], surerBy: [] }) as unknown as SizeAdvice;
const unavailable = { status: 'unavailable', reason: 'no-size' } as unknown as SizeAdvice;

/** What is said while the dialog goes through these states; every event is one that the server takes. */
function say(product: string, changes: readonly Partial<FlowState>[]): readonly EventBody[] {
  const said: EventBody[] = [];
  let nowMs = 0;
  const tell = tellActivities(product, (activity) => void said.push(activity), () => (nowMs += 1000));
  let state = FLOW_START;
  for (const change of changes) tell(state = { ...state, ...change });
  for (const { type, data } of said) expect([type, Compile(EVENT_DATA[type]).Check(data)]).toEqual([type, true]);
  return said;
}

it('tells of a scan that ends in a size, once', () => {
  const first = measured();
  const advice = recommended('M');
  expect(say('dress', [
    {}, { screen: 'ways' }, { screen: 'details' }, { screen: 'prepare' }, { screen: 'working' }, { screen: 'scan' }, { screen: 'working' },
    { more: { ...FLOW_START.more, first } }, { screen: 'result', measured: first, advice }, { progress: 1 }, { advice: recommended('M') },
  ])).toEqual([
    { type: 'size_finder_open', data: { itemId: 'dress' } },
    { type: 'scan_start', data: { method: 'camera' } },
    { type: 'scan_finish', data: { method: 'camera', durationMs: 1000 } },
    { type: 'size_advice', data: { itemId: 'dress', method: 'camera', status: 'recommended', size: 'M', certainty: 'high' } },
  ]);
});

it('tells why a scan failed, and that a later answer changed the size', () => {
  const first = measured();
  expect(say('dress', [
    { way: 'photos' }, { screen: 'photos' }, { screen: 'working' },
    { screen: 'problem', failure: { kind: 'refused', view: 'side', reason: 'not-side-on', offers: [] } as unknown as NonNullable<FlowState['failure']> },
    { progress: 0.5 }, { screen: 'working', failure: undefined }, { more: { ...FLOW_START.more, first } },
    { screen: 'result', advice: recommended('M') }, { advice: recommended('L') }, { advice: unavailable },
  ]).slice(1)).toEqual([
    { type: 'scan_start', data: { method: 'photos' } },
    { type: 'scan_fail', data: { method: 'photos', reason: 'not-side-on' } },
    { type: 'scan_start', data: { method: 'photos' } },
    { type: 'scan_finish', data: { method: 'photos', durationMs: 1000 } },
    ...['M', 'L'].map((size) => ({ type: 'size_advice', data: { itemId: 'dress', method: 'photos', status: 'recommended', size, certainty: 'high' } })),
    { type: 'size_advice', data: { itemId: 'dress', method: 'photos', status: 'unavailable' } },
  ]);
});

it('tells answers and a kept body by their names, and of a whole shop no item', () => {
  expect(say('dress', [{ way: 'answers' }, { screen: 'working' }, { more: { ...FLOW_START.more, first: measured() } }, { screen: 'result', advice: recommended('S') }]).slice(1))
    .toEqual([{ type: 'size_advice', data: { itemId: 'dress', method: 'answers', status: 'recommended', size: 'S', certainty: 'high' } }]);
  expect(say('dress', [{}, { screen: 'kept' }, { more: { ...FLOW_START.more, first: measured(1) } }, { screen: 'result', advice: recommended('S') }]).slice(1))
    .toMatchObject([{ type: 'size_advice', data: { method: 'kept' } }]);
  expect(say('', [{}, { screen: 'result', advice: recommended('S') }])).toEqual([{ type: 'size_finder_open', data: {} }]);
});
