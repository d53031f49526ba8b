/** The tones in which one colour of cloth is drawn. */
export interface Cloth {
  readonly base: string;
  /** Folds and the far side of a sleeve. */
  readonly shade: string;
  /** The inside of a collar or waistband. */
  readonly inside: string;
  /** Seams. */
  readonly line: string;
  readonly light: string;
}

/** Tones for a colour `#rrggbb`. */
export function clothOf(hex: string): Cloth {
  return { base: hex, shade: mix(hex, 0, 0.1), inside: mix(hex, 0, 0.26), line: mix(hex, isDark(hex) ? 255 : 0, isDark(hex) ? 0.24 : 0.34), light: mix(hex, 255, 0.12) };
}

function mix(hex: string, towards: number, share: number): string {
  const channels = channelsOf(hex).map((value) => Math.round(value + (towards - value) * share));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

// Rec. 601 luma.
function isDark(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = channelsOf(hex);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 90;
}

const channelsOf = (hex: string): readonly number[] => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
