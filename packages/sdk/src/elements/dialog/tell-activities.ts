import type { EventBody } from '@vua/models/contracts';
import type { Certainty, SizeAdvice } from '@vua/models/size';
import type { FlowState } from './flow-state.ts';

const SCAN_BEGINS: readonly FlowState['screen'][] = ['prepare', 'photos', 'problem'];

/**
 * Turns the steps of a dialog into events for the shop's statistics: opened, scanned, failed, advised. Nothing of the body is in them.
 * @returns what takes each new state
 */
export function tellActivities(product: string, say: (activity: EventBody) => void, now: () => number = () => performance.now()): (state: FlowState) => void {
  const itemId = product || undefined;
  let before: FlowState | undefined;
  let startedMs = 0;
  return (state) => {
    const was = before;
    before = state;
    if (!was) return say({ type: 'size_finder_open', data: itemId === undefined ? {} : { itemId } });
    const { advice, failure, more: { first }, screen, way } = state;
    if (way !== 'answers') {
      if (screen === 'working' && SCAN_BEGINS.includes(was.screen)) {
        startedMs = now();
        say({ type: 'scan_start', data: { method: way } });
      }
      if (first && first !== was.more.first && first.measuredAtMs === undefined) say({ type: 'scan_finish', data: { method: way, durationMs: Math.min(3_600_000, Math.round(now() - startedMs)) } });
      if (failure && failure !== was.failure && screen === 'problem') say({ type: 'scan_fail', data: { method: way, reason: failure.kind === 'refused' ? failure.reason : failure.code } });
    }
    if (itemId === undefined || !advice || screen !== 'result' || toldOf(advice) === toldOf(was.advice)) return;
    const method = first?.measuredAtMs === undefined ? way : 'kept';
    say({ type: 'size_advice', data: { itemId, method, status: advice.status, ...sizeOf(advice) } });
  };
}

/** The advised size; of two the likelier. */
function sizeOf(advice: SizeAdvice): { size?: string; certainty?: Certainty } {
  if (advice.status === 'unavailable') return {};
  return { size: advice.status === 'recommended' ? advice.size : advice.likelier, certainty: advice.certainty };
}

const toldOf = (advice: SizeAdvice | undefined): string | undefined => advice && JSON.stringify([advice.status, sizeOf(advice)]);
