import { describeDamage } from './testing/damage-faults.ts';

// Enough flips that a fifth of them meets what is used, whatever the seed; of twenty, some seeds had too few.
describeDamage(80, 5);
