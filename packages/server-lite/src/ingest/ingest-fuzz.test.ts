import { describeIngestFuzz } from './testing/describe-ingest-fuzz.ts';

describeIngestFuzz(1000);
