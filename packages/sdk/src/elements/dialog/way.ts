/** How the shopper wants to be measured. */
export type Way = 'camera' | 'photos' | 'answers';
