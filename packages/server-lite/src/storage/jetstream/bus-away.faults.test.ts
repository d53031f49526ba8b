import { describeBusAway } from './testing/bus-away-faults.ts';

describeBusAway(60_000, ['killed and started again', 'frozen, without an answer']);
