import { describeNodeKills } from './testing/node-kill-faults.ts';

describeNodeKills(['leader']);
