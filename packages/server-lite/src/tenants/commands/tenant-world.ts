import type { TenantRepository } from '../tenant-repository.ts';
import type { TenantService } from '../tenant-service.ts';

/** What the commands about shops and keys need. */
export interface TenantWorld {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Opens the database of the settings; called once the command is understood. */
  readonly open: () => Promise<OpenedTenantService>;
}

export interface OpenedTenantService {
  readonly service: TenantService;
  readonly tenants: Pick<TenantRepository, 'saveOrigins'>;
  readonly close: () => Promise<void>;
}

/** How a command ends. */
export type CommandOutcome =
  | { readonly status: 'done'; readonly text: string }
  /** Understood, and yet impossible: exit code 1. */
  | { readonly status: 'impossible'; readonly reason: string };

/** A command whose arguments were understood, or the reason why not. */
export type Command = ((opened: OpenedTenantService) => Promise<CommandOutcome>) | string;

async function runOpened(command: Exclude<Command, string>, opened: OpenedTenantService): Promise<CommandOutcome> {
  try {
    return await command(opened);
  } finally {
    await opened.close();
  }
}

/** Runs a command; resolves with the exit code: 0 done, 1 impossible, 2 not understood. */
export async function runTenantCommand(command: Command, help: string, world: TenantWorld): Promise<number> {
  if (typeof command === 'string') {
    world.printError(`${command}\n\n${help}`);
    return 2;
  }
  const outcome = await runOpened(command, await world.open());
  if (outcome.status === 'done') world.print(outcome.text);
  else world.printError(`${outcome.reason}\n`);
  return outcome.status === 'done' ? 0 : 1;
}
