import { describeImportFuzz } from '../testing/describe-import-fuzz.ts';

describeImportFuzz(10);
