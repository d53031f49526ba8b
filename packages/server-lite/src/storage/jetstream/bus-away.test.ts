import { describeBusAway } from './testing/bus-away-faults.ts';

describeBusAway(3000, ['frozen, without an answer']);
