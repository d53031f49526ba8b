import { describeAway } from './testing/away-faults.ts';

describeAway(3000);
