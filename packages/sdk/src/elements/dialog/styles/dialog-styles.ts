import { CONTROL_STYLES } from './control-styles.ts';
import { FRAME_STYLES } from './frame-styles.ts';
import { MORE_STYLES } from './more-styles.ts';
import { RESULT_STYLES } from './result-styles.ts';
import { SCAN_STYLES } from './scan-styles.ts';
import { TOKEN_STYLES } from './token-styles.ts';

export const DIALOG_STYLES = [TOKEN_STYLES, FRAME_STYLES, CONTROL_STYLES, RESULT_STYLES, MORE_STYLES, SCAN_STYLES];
