import { describe } from 'vitest';
import { itSurvivesKills } from './testing/kill-faults.ts';
import { describePowerCuts } from './testing/power-cut-faults.ts';

describe('SQLite event log', () => {
  itSurvivesKills(3);
});
describePowerCuts(3);
