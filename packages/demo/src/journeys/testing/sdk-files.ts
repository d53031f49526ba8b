import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../../sdk/dist/', import.meta.url));

/** Names of everything that the build wrote. */
export const sdkFiles = (): readonly string[] => readdirSync(FOLDER);

/** Text of a built file. */
export const sdkText = (name: string): string => readFileSync(`${FOLDER}${name}`, 'utf8');
