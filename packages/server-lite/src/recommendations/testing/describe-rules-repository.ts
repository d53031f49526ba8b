import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecommendationRules } from '@vua/models/contracts';
import type { RulesRepository } from '../rules-repository.ts';

export interface OpenedRules {
  readonly repository: RulesRepository;
  readonly close: () => Promise<void>;
}

const rulesOf = (itemId: string): RecommendationRules => ({ pins: [{ kind: 'for-you', place: 2, itemId }], exclusions: [{ itemId }, { kind: 'similar', itemId: `${itemId}"';--` }] });

/** What every repository of rules must do. */
export const describeRulesRepository = (name: string, open: () => Promise<OpenedRules>): void => void describe(`${name} rules`, () => {
  let opened: OpenedRules;
  beforeEach(async () => { opened = await open(); });
  afterEach(() => opened.close());

  it('start undecided', async () => {
    expect(await opened.repository.find('a')).toBeUndefined();
  });

  it('are given back as they were saved, of each shop its own', async () => {
    await opened.repository.save('a', rulesOf('áo'));
    await opened.repository.save('b', rulesOf('b'));
    expect([await opened.repository.find('a'), await opened.repository.find('b'), await opened.repository.find('c')]).toEqual([rulesOf('áo'), rulesOf('b'), undefined]);
  });

  it('are replaced whole', async () => {
    await opened.repository.save('a', rulesOf('one'));
    await opened.repository.save('a', { pins: [], exclusions: [] });
    expect(await opened.repository.find('a')).toEqual({ pins: [], exclusions: [] });
  });
});
