import type { BodyZone } from '@vua/models/contracts';
import type { Certainty, FitPreference, SizeUnavailableReason, ZoneVerdict } from '@vua/models/size';
import type { View } from '../../../inference/frame-reading.ts';
import type { Way } from '../flow-state.ts';

/** Everything the dialog says beyond the scan's own texts, in one language. `{name}` stands for a value. */
export interface DialogTexts {
  readonly close: string;
  readonly back: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly privacy: string;
  readonly ways: {
    readonly title: string;
    readonly lead: string;
    readonly names: Readonly<Record<Way, string>>;
    readonly notes: Readonly<Record<Way, string>>;
    readonly most: string;
    readonly byHand: string;
  };
  readonly details: {
    readonly title: string;
    readonly leads: Readonly<Record<Way, string>>;
    readonly units: string;
    readonly metric: string;
    readonly imperial: string;
    readonly stature: string;
    readonly feet: string;
    readonly inches: string;
    readonly mass: string;
    readonly age: string;
    readonly years: string;
    readonly optional: string;
    readonly massMissing: string;
    readonly sex: string;
    readonly sexes: Readonly<Record<'female' | 'male' | 'unsaid', string>>;
    readonly fit: string;
    readonly fits: Readonly<Record<FitPreference, string>>;
    readonly next: string;
    readonly finish: string;
  };
  readonly prepare: {
    readonly title: string;
    readonly lead: string;
    readonly camera: string;
    readonly cameras: Readonly<Record<'user' | 'environment', string>>;
    readonly start: string;
  };
  readonly scan: {
    readonly title: string;
    readonly mute: string;
    readonly unmute: string;
    readonly switchCamera: string;
    readonly instead: string;
    readonly progress: string;
    readonly picture: string;
  };
  readonly photos: {
    readonly title: string;
    readonly lead: string;
    readonly views: Readonly<Record<View, string>>;
    readonly hints: Readonly<Record<View, string>>;
    readonly pick: string;
    readonly change: string;
    readonly measure: string;
  };
  readonly working: string;
  readonly problem: { readonly title: string };
  readonly noChart: { readonly title: string; readonly unknown: string; readonly unreachable: string };
  readonly result: {
    readonly yours: string;
    readonly between: string;
    readonly or: string;
    readonly oneOfTwo: string;
    readonly certainty: Readonly<Record<Certainty, string>>;
    readonly none: string;
    readonly reasons: Readonly<Record<SizeUnavailableReason, string>>;
    readonly choose: string;
    readonly probabilities: string;
    readonly smallerThanChart: string;
    readonly largerThanChart: string;
    readonly why: string;
    readonly decides: string;
    readonly you: string;
    readonly sizeRange: string;
    readonly ease: string;
    readonly verdicts: Readonly<Record<ZoneVerdict, string>>;
    readonly tightBy: string;
    readonly looseBy: string;
    readonly closer: string;
    readonly roomier: string;
    readonly fitsWell: string;
    readonly fromAnswers: string;
    readonly fromCamera: string;
    readonly surer: string;
    readonly figure: string;
    readonly silhouettes: string;
    readonly silhouettesLead: string;
    readonly silhouette: Readonly<Record<View, string>>;
    readonly retake: Readonly<Record<View, string>>;
    readonly byHand: string;
  };
  readonly byHand: { readonly title: string; readonly lead: string; readonly size: string; readonly take: string; readonly advised: string };
  readonly zones: Readonly<Record<BodyZone, string>>;
}
