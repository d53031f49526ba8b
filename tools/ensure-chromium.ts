import { findChromium, type FoundChromium } from './find-chromium.ts';
import { runCommand } from './run-command.ts';

/** One way to get a browser onto this machine. */
interface Installer {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly applies: () => boolean;
}

const INSTALLERS: readonly Installer[] = [
  {
    name: "Playwright's installer",
    command: ['npx', 'playwright-core', 'install', 'chromium'],
    applies: () => true,
  },
  {
    name: 'apt-get',
    command: ['apt-get', 'install', '-y', 'chromium'],
    applies: () => process.platform === 'linux' && process.getuid?.() === 0,
  },
];

/** Finds a Chromium that runs, or installs one, and says what it did. Undefined when every way failed. */
export async function ensureChromium(): Promise<FoundChromium | undefined> {
  const found = await findWorking();
  if (found !== undefined) return found;
  for (const installer of INSTALLERS.filter((candidate) => candidate.applies())) {
    console.log(`No Chromium found; installing one: ${installer.command.join(' ')}`);
    // oxlint-disable-next-line no-await-in-loop -- the next way is tried only when this one failed
    const installed = await install(installer);
    if (installed !== undefined) return installed;
  }
  return undefined;
}

async function install({ name, command: [command, ...args] }: Installer): Promise<FoundChromium | undefined> {
  const code = await runCommand(command, args).catch(() => 127);
  const found = code === 0 ? await findWorking() : undefined;
  if (found === undefined) console.log(`${name} did not bring a Chromium that runs (exit code ${code}).`);
  return found;
}

// A downloaded build may lack the system's libraries: `--version` tells.
async function findWorking(): Promise<FoundChromium | undefined> {
  const found = findChromium();
  if (found === undefined) return undefined;
  const code = await runCommand(found.path, ['--version']).catch(() => 127);
  return code === 0 ? found : undefined;
}
