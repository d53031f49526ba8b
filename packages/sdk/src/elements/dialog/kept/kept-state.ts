import type { BodyEstimate } from '@vua/models/body';

/** What the device keeps of the shopper. */
export interface KeptState {
  /** `off`: this dialog keeps nothing. `gone`: deleted just now; `stuck`: it may still be there. */
  readonly status: 'off' | 'none' | 'kept' | 'failed' | 'gone' | 'stuck';
  /** `page`: the browser keeps nothing, so it lasts until the page is closed. */
  readonly lasts?: 'device' | 'page';
  /** As it was found when the dialog opened. */
  readonly found?: { readonly body: BodyEstimate; readonly measuredAtMs: number; readonly ageDays: number };
}
