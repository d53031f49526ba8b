import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { ModelKind, ModelVersion } from '@vua/models/contracts';
import { readModelFolder } from '../read-model-folder.ts';
import type { ModelService } from '../model-service.ts';
import type { SwitchRequest } from '../plan-switch.ts';
import { describeRefusal, describeSwitchRefusal } from './describe-refusal.ts';

export const MODEL_HELP = `vua model add DIR         [--tenant ID]
vua model list             [--tenant ID] [--kind KIND]
vua model activate VERSION [--tenant ID] [--kind KIND]
vua model canary VERSION --share SHARE [--tenant ID] [--kind KIND]
vua model rollback         [--tenant ID] [--kind KIND]

  add        keep a trained model as a candidate; DIR holds manifest.json and what it names,
             such as the deploy/ of npm run train:sequence
  list       the versions with their figures, the newest first
  activate   let every device load this version; of kind trend, forecast with it
  canary     let a share of the devices load it, beside the active one
  rollback   end the canary; without one, put the version back that was active before

  --tenant ID     the shop                                  (default demo)
  --kind KIND     sequence, size or trend                   (default sequence)
  --share SHARE   above 0, below 1; in thousandths

Reads the database of DATA_DIR or DATABASE_URL, as \`vua start\` does. A running server needs no restart:
devices meet the change within seconds. See docs/models.md.
`;

const OPTIONS = { tenant: { type: 'string', default: 'demo' }, kind: { type: 'string', default: 'sequence' }, share: { type: 'string' } } as const satisfies ParseArgsConfig['options'];
const KINDS = ['sequence', 'size', 'trend'] as const satisfies readonly ModelKind[];

export interface OpenedModelService {
  readonly models: ModelService;
  readonly hasTenant: (id: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface ModelCommandWorld {
  readonly workingFolder: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Opens the database of the settings; called once the command is understood. */
  readonly open: () => Promise<OpenedModelService>;
}

/** How a command ends. */
type Outcome = { readonly status: 'done'; readonly text: string } | { readonly status: 'impossible'; readonly reason: string };

interface Command {
  readonly tenantId: string;
  readonly run: (models: ModelService) => Promise<Outcome>;
}

/** Runs `vua model ...` with the arguments behind `model`; resolves with the exit code: 0 done, 1 impossible, 2 not understood. */
export async function manageModels(args: readonly string[], world: ModelCommandWorld): Promise<number> {
  const command = readCommand(args, world.workingFolder);
  if (typeof command === 'string') {
    world.printError(`${command}\n\n${MODEL_HELP}`);
    return 2;
  }
  const outcome = await runOn(await world.open(), command);
  if (outcome.status === 'done') world.print(outcome.text);
  else world.printError(`${outcome.reason}\n`);
  return outcome.status === 'done' ? 0 : 1;
}

async function runOn({ models, hasTenant, close }: OpenedModelService, { tenantId, run }: Command): Promise<Outcome> {
  try {
    return (await hasTenant(tenantId)) ? await run(models) : { status: 'impossible', reason: `There is no shop ${tenantId}.` };
  } finally {
    await close();
  }
}

function readCommand([name, ...rest]: readonly string[], workingFolder: string): Command | string {
  const parsed = parse(rest);
  if (typeof parsed === 'string') return parsed;
  const { tenant: tenantId, kind: kindName, share } = parsed.values;
  const [subject, ...others] = parsed.positionals;
  const kind = KINDS.find((known) => known === kindName);
  if (kind === undefined) return `There is no model "${kindName}". There are: ${KINDS.join(', ')}.`;
  if (others.length > 0 || (subject !== undefined && (name === 'list' || name === 'rollback'))) return `Not understood: ${others.at(0) ?? subject ?? ''}`;
  const move = (request: SwitchRequest): Command => ({ tenantId, run: async (models) => {
    const outcome = await models.switch({ tenantId, kind }, request);
    return outcome.status === 'switched' ? { status: 'done', text: listOf(outcome.versions) } : { status: 'impossible', reason: describeSwitchRefusal(outcome.reason) };
  } });
  if (name === 'list') return { tenantId, run: async (models) => ({ status: 'done', text: listOf(await models.list({ tenantId, kind })) }) };
  if (name === 'rollback') return move({ type: 'roll-back' });
  if (name === 'add') return subject === undefined ? 'A folder is needed.' : { tenantId, run: (models) => add(models, tenantId, resolve(workingFolder, subject), subject) };
  if (name !== 'activate' && name !== 'canary') return name === undefined ? 'Nothing to do with models was asked.' : `Unknown command: model ${name}`;
  if (subject === undefined) return 'A version is needed.';
  if (name === 'activate') return move({ type: 'activate', version: subject });
  const shareNumber = Number(share);
  return shareNumber >= 0.001 && shareNumber <= 0.999 ? move({ type: 'canary', version: subject, share: shareNumber }) : '--share must be a number from 0.001 to 0.999.';
}

async function add(models: ModelService, tenantId: string, folder: string, named: string): Promise<Outcome> {
  const reading = await readModelFolder(folder);
  if (reading.status === 'no-model') return { status: 'impossible', reason: `${named} has no manifest.json.` };
  if (reading.status === 'refused') return { status: 'impossible', reason: `${named}: ${describeRefusal(reading.refusal)}` };
  const registration = await models.register(tenantId, reading.model);
  if (registration.status === 'refused') return { status: 'impossible', reason: `${named}: ${describeRefusal(registration.refusal)}` };
  const { version } = registration;
  return { status: 'done', text: `${registration.status === 'known' ? 'The shop has this version already:\n' : ''}${lineOf(version)}\n` };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const listOf = (versions: readonly ModelVersion[]): string => (versions.length === 0 ? 'There are no versions.\n' : `${versions.map(lineOf).join('\n')}\n`);

function lineOf({ kind, number, version, status, canaryShare, trialSinceMs, createdAtMs, metrics }: ModelVersion): string {
  const place = [status, canaryShare, ...(trialSinceMs === undefined ? [] : ['on trial'])].filter((word) => word !== undefined).join(' ');
  const figures = Object.entries(metrics).map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(4)}`);
  return [kind, number, version, place.padEnd(12), new Date(createdAtMs).toISOString().slice(0, 16), ...figures].join('  ');
}
