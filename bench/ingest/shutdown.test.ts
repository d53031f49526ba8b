import { describeShutdown } from './describe-shutdown.ts';

describeShutdown(1);
