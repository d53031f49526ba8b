import { describe } from 'vitest';
import { itSurvivesKilledFits } from '../testing/fit-kill-faults.ts';

describe('learning trends', () => {
  itSurvivesKilledFits(3);
});
