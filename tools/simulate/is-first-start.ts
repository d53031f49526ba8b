import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether no server has run on this folder: each leaves the key of its console. Other files may lie there, and a database in which a shop was made. */
export const isFirstStart = (dataDir: string): boolean => !existsSync(join(dataDir, 'console-key'));
