import { describeNodeKills } from './testing/node-kill-faults.ts';

describeNodeKills(['leader', 'follower', 'leader', 'follower', 'leader', 'leader', 'follower', 'leader', 'follower', 'leader']);
