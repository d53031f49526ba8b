import { describeDamage } from './testing/damage-faults.ts';

describeDamage(20, 5);
