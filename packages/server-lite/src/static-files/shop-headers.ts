// What the shop's pages may do. A shop that embeds the SDK can be as strict as this.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'media-src blob:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // Twice lit: the shop's own and the SDK's, which must not depend on the page's.
  "trusted-types vua vua#worker lit-html 'allow-duplicates'",
].join('; ');

// The scan needs the camera and, for the tilt, the motion sensors; nothing else is needed.
const PERMISSIONS_POLICY = [
  'camera=(self)', 'accelerometer=(self)', 'gyroscope=(self)', 'magnetometer=(self)',
  'microphone=()', 'geolocation=()', 'payment=()', 'usb=()', 'display-capture=()', 'browsing-topics=()',
].join(', ');

/** Headers of every page of the shop. */
export const SHOP_PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'permissions-policy': PERMISSIONS_POLICY,
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;
