import { type Lab, labDistance } from './lab.ts';

export interface WeightedColour {
  readonly lab: Lab;
  readonly weight: number;
}

const ROUNDS = 8;

/** k-means without chance: starts at the heaviest colour, then at the ones farthest from all before. At most `most` groups, nearer ones than `apart` joined; heaviest first. */
export function clusterColours(colours: readonly WeightedColour[], most: number, apart: number): readonly WeightedColour[] {
  let centres = startsOf(colours, most, apart);
  for (let round = 0; round < ROUNDS; round += 1) centres = groupsOf(colours, centres).map(({ lab }) => lab);
  return groupsOf(colours, centres).toSorted((a, b) => b.weight - a.weight);
}

function startsOf(colours: readonly WeightedColour[], most: number, apart: number): readonly Lab[] {
  const mean = meanOf(colours);
  const starts: Lab[] = mean === undefined ? [] : [colours.reduce((best, colour) => (labDistance(colour.lab, mean) < labDistance(best, mean) ? colour.lab : best), colours[0]?.lab ?? mean)];
  while (starts.length < most) {
    const farthest = colours.reduce<{ lab?: Lab; gap: number }>((best, { lab }) => {
      const gap = Math.min(...starts.map((start) => labDistance(start, lab)));
      return gap > best.gap ? { lab, gap } : best;
    }, { gap: apart });
    if (farthest.lab === undefined) break;
    starts.push(farthest.lab);
  }
  return starts;
}

function groupsOf(colours: readonly WeightedColour[], centres: readonly Lab[]): readonly WeightedColour[] {
  const groups = Map.groupBy(colours, ({ lab }) => centres.reduce((best, centre, i) => (labDistance(centre, lab) < labDistance(centres[best] ?? centre, lab) ? i : best), 0));
  return [...groups.values()].flatMap((group) => {
    const lab = meanOf(group);
    return lab === undefined ? [] : [{ lab, weight: group.reduce((sum, { weight }) => sum + weight, 0) }];
  });
}

function meanOf(colours: readonly WeightedColour[]): Lab | undefined {
  const total = colours.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const [l, a, b] = colours.reduce<Lab>((sum, { lab, weight }) => [sum[0] + lab[0] * weight, sum[1] + lab[1] * weight, sum[2] + lab[2] * weight], [0, 0, 0]);
  return [l / total, a / total, b / total];
}
