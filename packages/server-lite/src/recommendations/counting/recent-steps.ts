import type { CountedStep } from './steps-of-event.ts';

/** Pseudonymous ids whose last steps are in memory at one time; those that were quiet longest are forgotten. */
const MOST_SHOPPERS = 50_000;
/** How far pairs reach, in steps. */
const REACH = 5;

/** The last steps of each pseudonymous id, newest first. Kept in memory only. */
export interface RecentSteps {
  /** @returns the steps before it that it makes pairs with. A step on the same item as the one before takes its place, and makes pairs only where it was looked at and is now bought. */
  readonly push: (anonymousId: string, step: CountedStep) => readonly CountedStep[];
}

export function createRecentSteps(mostShoppers = MOST_SHOPPERS): RecentSteps {
  const shoppers = new Map<string, readonly CountedStep[]>();
  return {
    push: (anonymousId, step) => {
      const known = shoppers.get(anonymousId) ?? [];
      const [last] = known;
      const isAgain = last?.itemId === step.itemId;
      const before = isAgain ? known.slice(1) : known;
      // Deleted first, so that the map stays in the order of their last steps.
      shoppers.delete(anonymousId);
      shoppers.set(anonymousId, [isAgain && last.isBought ? last : step, ...before].slice(0, REACH));
      const [quietest] = shoppers.keys();
      if (shoppers.size > mostShoppers && quietest !== undefined) shoppers.delete(quietest);
      return isAgain && (last.isBought || !step.isBought) ? [] : before;
    },
  };
}
