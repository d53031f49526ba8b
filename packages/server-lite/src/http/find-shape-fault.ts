export interface ShapeLimits {
  /** Lists and objects in each other. */
  readonly depth: number;
  /** Members of one object. */
  readonly members: number;
  /** Of all objects together. */
  readonly membersInAll: number;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, COLON] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d, 0x3a];

/** Which limit JSON text breaks first, if any; without building anything of it. Looks at bytes alone: what is no JSON gets some answer. */
export function findShapeFault(json: Uint8Array, limits: ShapeLimits): keyof ShapeLimits | undefined {
  const members = new Uint32Array(limits.depth + 1);
  let membersInAll = 0;
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (isInText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth++;
      if (depth > limits.depth) return 'depth';
      members[depth] = 0;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    else if (byte === COLON) {
      const count = (members[depth] ?? 0) + 1;
      if (count > limits.members) return 'members';
      if (++membersInAll > limits.membersInAll) return 'membersInAll';
      members[depth] = count;
    }
  }
  return undefined;
}
