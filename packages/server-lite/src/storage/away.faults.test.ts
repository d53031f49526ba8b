import { describeAway } from './testing/away-faults.ts';

describeAway(60_000);
