import { describe } from 'vitest';
import { itSurvivesKills } from './testing/kill-faults.ts';
import { describePowerCuts } from './testing/power-cut-faults.ts';

describe('SQLite event log', () => {
  itSurvivesKills(25);
});
describePowerCuts(25);
