import { Type, type Static } from 'typebox';
import { SizeChart } from './size-chart.ts';

const closed = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });

/** Something wrong or doubtful in a file that was read; codes are listed in `docs/catalog.md` and `docs/size-charts.md`. */
export const ImportProblem = Type.Object(
  {
    /** With an error the item is left as it was; with a warning it is taken. */
    severity: Type.Enum(['error', 'warning', 'note']),
    code: Type.String({ minLength: 1, maxLength: 64 }),
    /** Line of the file, from 1; of XML, the line where the item begins. */
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Name of the column or element, as the file has it. */
    column: Type.Optional(Type.String({ maxLength: 256 })),
    /** Id of the item, as the file has it. */
    item: Type.Optional(Type.String({ maxLength: 256 })),
    /** The same in plain English. */
    sentence: Type.String({ maxLength: 2000 }),
  },
  closed,
);
export type ImportProblem = Static<typeof ImportProblem>;

/** Answer of `POST /v1/catalog/import`: what the file did to the catalog or, of a dry run, would do. */
export const CatalogImportReport = Type.Object(
  {
    dryRun: Type.Boolean(),
    /** Rows of a CSV file, items of a feed. */
    rows: Count,
    items: Type.Object({
      created: Count,
      updated: Count,
      /** The catalog had them just so. */
      unchanged: Count,
      /** Not in a file that stands for the whole catalog. */
      withdrawn: Count,
      /** Left as they were because of an error. */
      refused: Count,
    }, closed),
    /** Charts that came with the file. */
    sizeCharts: Count,
    /** How many there are in all. */
    errors: Count,
    warnings: Count,
    /** The first of them, errors before warnings, by line. */
    problems: Type.Array(ImportProblem, { maxItems: 1000 }),
  },
  closed,
);
export type CatalogImportReport = Static<typeof CatalogImportReport>;

/** Answer of `PUT /v1/size-charts/:id`: the chart as it is kept, and what is doubtful about it. */
export const SizeChartReceipt = Type.Object({ sizeChart: SizeChart, problems: Type.Array(ImportProblem) }, closed);
export type SizeChartReceipt = Static<typeof SizeChartReceipt>;
