import { describeIngestFuzz } from './testing/describe-ingest-fuzz.ts';

describeIngestFuzz(10_000);
