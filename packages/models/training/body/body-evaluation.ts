import type { CalibrationName, ErrorCorrelation, RefusalReason } from '../../src/body/index.ts';
import type { ConstantWidthComparison } from './compare-constant-width.ts';
import type { ErrorSummary } from './error-summary.ts';
import type { Pass } from './evaluated-person.ts';
import type { Repeatability } from './repeatability.ts';
import type { SeenSummary } from './seen-summary.ts';
import type { GroupSummary } from './subgroup-summary.ts';
import type { WidthErrors } from './width-errors.ts';

/** An estimate as `eval:body` writes it, cm. */
export interface WrittenEstimate {
  readonly mean: number;
  readonly p5: number;
  readonly p95: number;
}

/** One capture of one person. */
export interface EvaluatedRow {
  readonly id: string;
  readonly capture?: number;
  readonly estimates: Readonly<Record<string, WrittenEstimate>>;
  readonly estimatesWithMass: Readonly<Record<string, WrittenEstimate>>;
  /** Of the errors of `estimates`, and of `estimatesWithMass`. */
  readonly correlation?: ErrorCorrelation;
  readonly correlationWithMass?: ErrorCorrelation;
  readonly widths: Readonly<Record<string, readonly [number, number]>>;
  readonly refused?: RefusalReason;
  readonly truth?: Readonly<Record<string, number>>;
}

/** How the run was made. */
export interface EvaluationRun {
  readonly calibration: CalibrationName;
  /** People measured, of those in the manifest. */
  readonly peopleMeasured?: { readonly n: number; readonly of: number };
  readonly perturbation?: { readonly name: string; readonly distribution: string; readonly seed: number; readonly captures: number };
}

/** The file that `eval:body` writes. Subgroups and pooled figures take all measurements together. */
export interface BodyEvaluation extends EvaluationRun {
  readonly people: readonly EvaluatedRow[];
  readonly summary: Readonly<Record<string, ErrorSummary>>;
  readonly withMass: Readonly<Record<string, ErrorSummary>>;
  readonly pooled: Readonly<Partial<Record<Pass, ErrorSummary>>>;
  readonly widthMae: WidthErrors;
  /** Only where the pictures showed breadth or depth; absent when the worker does not tell. */
  readonly widthMaeSeen?: WidthErrors;
  readonly seen?: SeenSummary;
  readonly subgroups: Readonly<Record<string, GroupSummary>>;
  readonly subgroupsWithMass: Readonly<Record<string, GroupSummary>>;
  /** By measurement, and `all` = means over them. */
  readonly constantWidth: Readonly<Record<Pass, Readonly<Record<string, ConstantWidthComparison>>>>;
  /** Absent when each person was captured once. */
  readonly repeatability?: Readonly<Record<Pass, Readonly<Record<string, Repeatability>>>>;
  /** `of` = captures; a refusal holds for both passes. */
  readonly refused: { readonly n: number; readonly of: number; readonly reasons: Readonly<Partial<Record<RefusalReason, number>>> };
}
