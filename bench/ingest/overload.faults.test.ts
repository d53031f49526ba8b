import { describeOverload } from './describe-overload.ts';

describeOverload(60);
