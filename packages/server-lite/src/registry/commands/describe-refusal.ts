import type { ModelRefusal } from '../check-model.ts';
import type { SwitchRefusal } from '../plan-switch.ts';

const REFUSALS: Readonly<Record<ModelRefusal['reason'], string>> = {
  'unreadable-manifest': 'manifest.json is not what the training writes',
  'wrong-version': 'the version in manifest.json is not that of its files',
  'missing-file': 'a file that manifest.json names is not there',
  'unnamed-file': 'there is a file that manifest.json does not name',
  'too-large': 'a file is larger than 64 MB',
  'wrong-size': 'a file is cut off, or longer than manifest.json says',
  'wrong-hash': 'a file was changed after manifest.json was written',
  'unreadable-files': 'the files do not make up a model that a device could use',
};

/** Why a model was not taken, as a sentence without its full stop. */
export const describeRefusal = ({ reason, file }: ModelRefusal): string => `${file === undefined ? '' : `${file}: `}${REFUSALS[reason]} [${reason}]`;

const SWITCH_REFUSALS: Readonly<Record<SwitchRefusal, string>> = {
  'unknown-version': 'The shop has no such version of this model.',
  'wrong-status': 'The version cannot go from its place to this one.',
  'nothing-active': 'A canary needs an active version beside it.',
  'nothing-before': 'No version was active before.',
  'other-canary': 'A person tries another version.',
  'no-canaries': 'Only sequence models are tried on a share of the devices: of the others nothing is counted that could be compared.',
  'other-active': 'Another version is active by now.',
};

export const describeSwitchRefusal = (reason: SwitchRefusal): string => `${SWITCH_REFUSALS[reason]} [${reason}]`;
