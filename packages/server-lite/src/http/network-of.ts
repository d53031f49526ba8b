const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
// As some proxies write them: with the port of the connection, which is another each time.
const WITH_PORT = /^(\d+\.\d+\.\d+\.\d+):\d+$/;
const IN_BRACKETS = /^\[([^\]]*)\](?::\d+)?$/;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/** What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address, of which every device takes as many as it likes. */
export function networkOf(given: string): string {
  const address = given.replace(WITH_PORT, '$1').replace(IN_BRACKETS, '$1');
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const first = groupsOf(head);
  const last = tail === undefined ? [] : groupsOf(tail);
  const all = [...first, ...Array.from({ length: Math.max(0, GROUPS - first.length - last.length) }, () => '0'), ...last];
  return `${all.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

// An IPv4 address at the end takes the room of two groups.
function groupsOf(part: string): readonly string[] {
  return part.split(':').flatMap((group) => (group === '' ? [] : group.includes('.') ? ['0', '0'] : [group]));
}
