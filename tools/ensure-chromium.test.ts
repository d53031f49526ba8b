import { expect, it } from 'vitest';
import { ensureChromium, type Machine } from './ensure-chromium.ts';
import type { FoundChromium } from './find-chromium.ts';

const CHROMIUM: FoundChromium = { path: '/opt/chromium', where: 'PATH' };

interface Script {
  /** Commands that fail, by their first word. */
  readonly failing?: readonly string[];
  /** The command after which a Chromium is there. */
  readonly brings?: string;
  readonly isRootOnLinux?: boolean;
}

function machineOf({ failing = [], brings = '', isRootOnLinux = true }: Script): { machine: Machine; ran: string[]; said: string[] } {
  const ran: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    find: () => (ran.some((command) => command.startsWith(brings)) || brings === 'nothing' ? CHROMIUM : undefined),
    run: async (command, args) => {
      ran.push([command, ...args].join(' '));
      return failing.includes(command) ? 1 : 0;
    },
    say: (line) => void said.push(line),
    isRootOnLinux,
  };
  return { machine, ran, said };
}

it('installs nothing where one is found', async () => {
  const { machine, ran, said } = machineOf({ brings: 'nothing' });
  expect(await ensureChromium(machine)).toEqual(CHROMIUM);
  expect(ran).toEqual(['/opt/chromium --version']);
  expect(said).toEqual([]);
});

it("takes Playwright's, and says so", async () => {
  const { machine, ran, said } = machineOf({ brings: 'npx' });
  expect(await ensureChromium(machine)).toEqual(CHROMIUM);
  expect(ran).toEqual(['npx playwright-core install chromium', '/opt/chromium --version']);
  expect(said.join()).toContain('npx playwright-core install chromium');
});

it("takes Debian's where Playwright's cannot be had", async () => {
  const { machine, ran } = machineOf({ failing: ['npx'], brings: 'apt-get install' });
  expect(await ensureChromium(machine)).toEqual(CHROMIUM);
  expect(ran.slice(1, 3)).toEqual(['apt-get update', 'apt-get install -y chromium']);
});

it('asks for no rights it does not have', async () => {
  const { machine, ran } = machineOf({ failing: ['npx'], brings: 'apt-get install', isRootOnLinux: false });
  expect(await ensureChromium(machine)).toBeUndefined();
  expect(ran.join()).not.toContain('apt-get');
});

it('gives up on a browser that does not start', async () => {
  const { machine } = machineOf({ failing: ['/opt/chromium'], brings: 'nothing' });
  expect(await ensureChromium(machine)).toBeUndefined();
});
