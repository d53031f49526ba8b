import type { CsvProblem } from '../../src/trend/index.ts';

const TEXTS: Readonly<Record<CsvProblem['reason']['code'], string>> = {
  'no-series': 'there is no series beside the week',
  'no-weeks': 'there are no weeks below the head',
  'too-many-series': 'there are more than 10,000 series',
  'too-many-weeks': 'there are more rows than weeks in 200 years',
  'too-many-cells': 'there are more than 3,000,000 cells, those of weeks that are left out among them',
  'different-cell-count': 'has more or fewer cells than the head',
  'wrong-date': 'does not begin with an ISO date such as 2024-01-01',
  'other-weekday': 'is another weekday than the first week',
  'too-far-apart': 'is more than a hundred years from the first week',
  'too-old': 'is before the first week that is taken',
  'in-the-future': 'is a week that has not begun',
  'duplicate-week': 'is a week that was there before',
  'empty-name': 'a series has no name',
  'duplicate-name': 'a name that was there before',
  'not-a-number': 'is not a number',
  negative: 'is below 0',
  'too-large': 'is above 1e12',
  'too-small': 'is above 0 and below 1e-9',
};

export function problemText({ row, reason }: CsvProblem): string {
  const place = 'column' in reason ? `row ${row}, column ${reason.column}` : `row ${row}`;
  return `${place}: ${TEXTS[reason.code]}${'firstRow' in reason ? ` (row ${reason.firstRow})` : ''}`;
}
