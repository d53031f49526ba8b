import type { BodyModel } from '../../../src/body/body-model.ts';
import { fitAnswers } from '../fit-answers.ts';
import { seededRandom } from '../random.ts';
import type { SurveyRow } from '../read-anthropometry.ts';
import type { AnsweredRow } from './answer-sample.ts';
import { fitMass } from './fit-mass.ts';
import { MAIN_MEASUREMENTS, OTHER_MEASUREMENTS, type QuestionnaireRow } from './evaluate-questionnaire.ts';

export interface CrossValidation {
  /** Which rows are left out together: one value a fold, the same one for rows of the same fold. */
  readonly foldOf: (row: SurveyRow) => string;
  /** Other people, who help with how bodies change; never judged. */
  readonly nhanes: readonly AnsweredRow[];
  readonly onFold?: (fold: string) => void;
}

/** Which of `folds` folds a row is in, at random. */
export function randomFolds(rows: readonly SurveyRow[], folds: number, seed: number): (row: SurveyRow) => string {
  const random = seededRandom(seed);
  const fold = new Map(rows.map((row) => [row, String(Math.floor(random() * folds))]));
  return (row) => fold.get(row) ?? '';
}

/** Every row with a model that was fitted without its fold; inside, intervals come from folds of what is left. */
export function crossValidatedRows(rows: readonly SurveyRow[], shipped: BodyModel, { foldOf, nhanes, onFold }: CrossValidation): QuestionnaireRow[] {
  return [...new Set(rows.map(foldOf))].toSorted().flatMap((fold) => {
    onFold?.(fold);
    const ansur = rows.filter((row) => foldOf(row) !== fold);
    const model = { ...shipped, answers: fitAnswers({ ansur, nhanes, profiles: [] }, [...MAIN_MEASUREMENTS, ...OTHER_MEASUREMENTS]), mass: { female: fitMass(ansur, 'female'), male: fitMass(ansur, 'male') } };
    return rows.filter((row) => foldOf(row) === fold).map((row) => ({ row, model }));
  });
}
