import type { OpenedModel } from '@vua/models/sequence';
import { createExpecter } from '@vua/models/recommend';
import { type VectorTable, createVectorTable } from './vector/vector-table.ts';

/** A model that is ready to be asked. */
export interface ModelDesk {
  readonly model: OpenedModel;
  /** Undefined where the kernel does not take the model's width. */
  readonly table: VectorTable | undefined;
  readonly expecter: ReturnType<typeof createExpecter>;
}

const LARGEST = 32_767;

/** One desk for each model, as long as the model is used. */
export function createModelDesks(): (model: OpenedModel) => ModelDesk {
  const desks = new WeakMap<OpenedModel, ModelDesk>();
  return (model) => {
    const desk = desks.get(model) ?? openDesk(model);
    desks.set(model, desk);
    return desk;
  };
}

function openDesk(model: OpenedModel): ModelDesk {
  const table = createVectorTable(model);
  return { model, table, expecter: table === undefined ? createExpecter(model) : createExpecter(model, scaleInto(table)) };
}

/** A session's vector in 16 bits: finer than the bytes of the table. */
function scaleInto(table: VectorTable): (vector: Float32Array, scores: Float32Array) => void {
  const whole = new Int16Array(table.width);
  return (vector, scores) => {
    const step = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST || 1;
    for (let k = 0; k < whole.length; k += 1) whole[k] = Math.round((vector[k] ?? 0) / step);
    table.score(whole, step, scores);
  };
}
