import { describeApiFuzz } from './testing/describe-api-fuzz.ts';

describeApiFuzz(1000);
