import { findChromium, type FoundChromium } from './find-chromium.ts';
import { runCommand } from './run-command.ts';

/** One way to get a browser onto this machine: commands that must all succeed. */
interface Installer {
  readonly commands: readonly (readonly [string, ...string[]])[];
  readonly onlyAsRootOnLinux?: true;
}

const INSTALLERS: readonly Installer[] = [
  { commands: [['npx', 'playwright-core', 'install', 'chromium']] },
  { commands: [['apt-get', 'update'], ['apt-get', 'install', '-y', 'chromium']], onlyAsRootOnLinux: true },
];

/** What the search needs of the machine. */
export interface Machine {
  readonly find: () => FoundChromium | undefined;
  /** Resolves with the exit code. */
  readonly run: (command: string, args: readonly string[]) => Promise<number>;
  readonly say: (line: string) => void;
  readonly isRootOnLinux: boolean;
}

const THIS_MACHINE: Machine = {
  find: () => findChromium(),
  run: runCommand,
  say: (line) => console.log(line),
  isRootOnLinux: process.platform === 'linux' && process.getuid?.() === 0,
};

/** Finds a Chromium that runs, or installs one, and says what it did. Undefined when every way failed. */
export async function ensureChromium(machine: Machine = THIS_MACHINE): Promise<FoundChromium | undefined> {
  const found = await findWorking(machine);
  if (found !== undefined) return found;
  for (const installer of INSTALLERS.filter(({ onlyAsRootOnLinux }) => onlyAsRootOnLinux !== true || machine.isRootOnLinux)) {
    // oxlint-disable-next-line no-await-in-loop -- the next way is tried only when this one failed
    const installed = await install(installer, machine);
    if (installed !== undefined) return installed;
  }
  return undefined;
}

async function install({ commands }: Installer, machine: Machine): Promise<FoundChromium | undefined> {
  for (const [command, ...args] of commands) {
    machine.say(`No Chromium that runs was found. Installing one: ${[command, ...args].join(' ')}`);
    // oxlint-disable-next-line no-await-in-loop -- one needs the one before
    const code = await machine.run(command, args).catch(() => 127);
    if (code !== 0) {
      machine.say(`${command} failed with exit code ${code}.`);
      return undefined;
    }
  }
  return findWorking(machine);
}

// A downloaded build may lack libraries of the system: starting it tells.
async function findWorking({ find, run }: Machine): Promise<FoundChromium | undefined> {
  const found = find();
  if (found === undefined) return undefined;
  const code = await run(found.path, ['--version']).catch(() => 127);
  return code === 0 ? found : undefined;
}
