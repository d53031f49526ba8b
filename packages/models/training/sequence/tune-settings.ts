import type { Choice } from './judge-model.ts';
import type { TrainingState } from './train-transformer.ts';
import type { TrainingPlan, TrainingSettings } from './training-settings.ts';

/** How a trial is run and judged. */
export interface TuningHooks {
  readonly run: (settings: TrainingSettings, number: number) => Promise<TrainingState>;
  readonly judge: (state: TrainingState) => Promise<Choice>;
  readonly say: (line: string) => void;
}

/** The plan with what did best in a short run; as it was where nothing is tuned. Judged by the transformer alone, since the simple methods are the same each time. */
export async function tuneSettings(plan: TrainingPlan, { run, judge, say }: TuningHooks): Promise<TrainingPlan> {
  let best: { readonly settings: TrainingSettings; readonly ndcg10: number } | undefined;
  for (const [number, settings] of plan.trials.entries()) {
    const { candidates } = await judge(await run(settings, number));
    const ndcg10 = candidates.find(({ shipped }) => shipped.method === 'transformer')?.ndcg10 ?? 0;
    say(`trial ${number + 1} of ${plan.trials.length}: rate ${settings.learningRate}, dropout ${settings.dropout}: validation NDCG@10 ${ndcg10.toFixed(4)}`);
    if (best === undefined || ndcg10 > best.ndcg10) best = { settings, ndcg10 };
  }
  if (best === undefined) return plan;
  const { learningRate, dropout } = best.settings;
  return { trials: plan.trials, learn: { ...plan.learn, learningRate, dropout }, refresh: { ...plan.refresh, learningRate: learningRate / 2, dropout } };
}
