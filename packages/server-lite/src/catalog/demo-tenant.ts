/** The shop that a fresh server has, and that is meant where a page names none. */
export const DEMO_TENANT_ID = 'demo';

/** Its public site key. */
export const DEMO_SITE_KEY = 'site_demoshop';
