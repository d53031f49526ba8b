import { describe } from 'vitest';
import { itSurvivesKilledCollections } from '../testing/collect-kill-faults.ts';

describe('collecting trends', () => {
  itSurvivesKilledCollections(4);
});
