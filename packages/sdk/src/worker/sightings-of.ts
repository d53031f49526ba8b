import type { Sighting } from '@vua/models/body';
import type { CapturedFrame } from './capture-store.ts';

/** What each of the weights saw of both views. Where none saw both (better weights took over between the views), all frames count as the better weights'. */
export function sightingsOf(front: readonly CapturedFrame[], side: readonly CapturedFrame[]): readonly Sighting[] {
  const whole = (['full', 'lite'] as const).flatMap((weights): Sighting[] => {
    const [ofFront, ofSide] = [profilesOf(front, weights), profilesOf(side, weights)];
    return ofFront.length > 0 && ofSide.length > 0 ? [{ weights, front: ofFront, side: ofSide }] : [];
  });
  return whole.length > 0 ? whole : [{ weights: 'full', front: profilesOf(front), side: profilesOf(side) }];
}

const profilesOf = (frames: readonly CapturedFrame[], weights?: CapturedFrame['weights']) =>
  frames.flatMap((frame) => (weights === undefined || frame.weights === weights ? [frame.profile] : []));
