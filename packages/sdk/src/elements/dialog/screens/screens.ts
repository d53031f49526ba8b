import type { Screen } from '../screen-table.ts';
import { byHandScreen } from './by-hand-screen.ts';
import { detailsScreen } from './details-screen.ts';
import { keptScreen } from './kept-screen.ts';
import { photosScreen } from './photos-screen.ts';
import { loadingScreen, noChartScreen, problemScreen, workingScreen } from './plain-screens.ts';
import { prepareScreen } from './prepare-screen.ts';
import { resultScreen } from './result-screen.ts';
import { scanScreen } from './scan-screen.ts';
import type { ScreenOf } from './screen-view.ts';
import { waysScreen } from './ways-screen.ts';

export const SCREENS: Readonly<Record<Screen, ScreenOf>> = {
  loading: loadingScreen, 'no-chart': noChartScreen, kept: keptScreen, ways: waysScreen, details: detailsScreen, prepare: prepareScreen, scan: scanScreen,
  photos: photosScreen, working: workingScreen, result: resultScreen, 'by-hand': byHandScreen, problem: problemScreen,
};
