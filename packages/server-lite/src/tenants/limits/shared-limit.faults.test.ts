import { describeSharedLimit } from '../testing/describe-shared-limit.ts';

describeSharedLimit(30_000);
