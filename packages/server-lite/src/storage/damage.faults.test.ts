import { describeDamage } from './testing/damage-faults.ts';

describeDamage(200, 50);
