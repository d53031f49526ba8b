import type { SizeChart } from '@vua/models/contracts';
import type { FittingEngine } from '../../fitting-engine.ts';
import type { MemoryEngineScript } from '../../testing/memory-engine.ts';
import { FittingFlow } from '../fitting-flow.ts';

const chart: SizeChart = {
  id: 'c', garmentType: 'shirt', fit: 'regular',
  rows: [{ label: 'S', body: { chest: { minCm: 84, maxCm: 90 } } }, { label: 'M', body: { chest: { minCm: 90, maxCm: 96 } } }],
};

/** Somebody whom M fits. */
export const FITTING_SCRIPT: MemoryEngineScript = { chart, meansCm: { chest: 93 }, sdCm: 0.5 };

/** A flow without a dialog, and what it told the page. */
export function openFlow(engine: FittingEngine, isWholeShop = false): { readonly flow: FittingFlow; readonly told: readonly string[] } {
  const told: string[] = [];
  const flow = new FittingFlow({
    engine, product: 'p', isWholeShop, video: {} as HTMLVideoElement,
    onChange: () => undefined, onBody: () => undefined, onDone: () => undefined,
    onAdvised: (size, certainty) => void told.push(`advised ${size} ${certainty}`),
    onChosen: (size, certainty) => void told.push(`chosen ${size} ${certainty ?? 'by hand'}`),
  });
  return { flow, told };
}

/** Lets everything that waits for nothing outside come to its end. */
export const settle = async (): Promise<void> => { for (let turn = 0; turn < 20; turn++) await Promise.resolve(); };

/** Chooses the answers, and gives them. */
export async function answer(flow: FittingFlow): Promise<void> {
  flow.choose('answers');
  flow.edit({ statureCm: '165', mass: '56' });
  flow.submitAnswers();
  await settle();
}

/** Chooses the camera, up to the screen before it opens. */
export async function toPreparation(flow: FittingFlow): Promise<void> {
  await flow.begin();
  flow.choose('camera');
  flow.edit({ statureCm: '165' });
  flow.submitAnswers();
}
