import type { QuarantinePage, SizeCurveReport } from '@vua/models/contracts';
import type { Language } from '../i18n/language.ts';
import type { TallySnapshot } from './create-tally.ts';
import type { Connection } from './feed/connection.ts';
import type { Panel } from './panel.ts';
import type { Place } from './place.ts';
import type { TrendActions } from './trends/trend-actions.ts';
import type { TrendsState } from './trends/trends-state.ts';

/** Why the console asks for a key. `expired`: one that worked before opens nothing now. */
export type SignInProblem = 'not-a-key' | 'wrong-key' | 'expired' | 'may-not-read';

export interface LivePage {
  readonly name: 'live';
  readonly place: Place;
  readonly trends: TrendsState;
  readonly connection: Connection;
  readonly tally: TallySnapshot;
  /** Whether all events of the day were counted; undefined until they were read. */
  readonly isDayComplete: boolean | undefined;
  readonly quarantine: Panel<QuarantinePage>;
  readonly sizeCurve: Panel<SizeCurveReport>;
  /** Place of the shown curve in the report. */
  readonly curveAt: number;
}

export type ConsolePage = { readonly name: 'sign-in'; readonly problem?: SignInProblem } | LivePage;

export interface ConsoleState {
  readonly language: Language;
  readonly page: ConsolePage;
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** Of the server that served this page. */
  readonly origin: string;
  /** Item -> its name, in the language of the page. */
  readonly itemNames: ReadonlyMap<string, Readonly<Record<Language, string>>>;
}

/** What the merchant can do. */
export interface ConsoleActions extends TrendActions {
  readonly setLanguage: (language: Language) => void;
  readonly signIn: (text: string) => void;
  readonly signOut: () => void;
  readonly chooseCurve: (at: number) => void;
  readonly retryPanels: () => void;
}
