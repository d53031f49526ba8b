// On the global object under a shared symbol: two copies of the SDK on a page share the one lease.
const LEASE = Symbol.for('vua.camera-lease');

export interface LeaseHolder { [LEASE]?: object }

/** Takes the page's only right to a camera; undefined while another has it. The returned function lets go and is safe to call twice. */
export function takeCameraLease(holder: LeaseHolder = globalThis as LeaseHolder): (() => void) | undefined {
  if (holder[LEASE]) return undefined;
  const lease = {};
  holder[LEASE] = lease;
  return () => {
    if (holder[LEASE] === lease) delete holder[LEASE];
  };
}
