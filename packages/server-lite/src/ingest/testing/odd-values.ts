import fc from 'fast-check';

/** Texts that mean something to a database, a template, a path or a parser. */
export const INJECTIONS: readonly string[] = [
  `'`, `"`, `''`, '`', `\\`, `\\'`, `';--`, `' OR '1'='1`, `' OR 1=1 --`, `" OR ""="`, `'; DROP TABLE events; --`, `1; DELETE FROM events`, `' UNION SELECT * FROM api_key --`,
  `'||(SELECT sqlite_version())||'`, `'; SELECT pg_sleep(10); --`, `$$; DROP TABLE events; $$`, `$1`, `?`, `:id`, `@p`, `%`, `_`, `\\.`, `\\N`, `\t`, `\n`, `\r\n`, `\0`, `a\0b`, `\u001a`,
  `{"$gt":""}`, `{"$where":"sleep(1000)"}`, `[object Object]`, `NULL`, `null`, `undefined`, `NaN`, `1e309`, `-0`, `0x10`, `true`, `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`,
  `javascript:alert(1)`, `{{7*7}}`, '${7*7}', `<%= 7*7 %>`, `../../../../etc/passwd`, `..%2f..%2f`, `%00`, `%c0%ae`, `\ufeff`, `\u202e`, `\ud800`, `\udfff`, `👕👖`, `ế`, `İ`, `ﷺ`, `\u2028`,
  `__proto__`, `constructor`, `prototype`, `toString`, `hasOwnProperty`, `() { :; }; echo`, `| cat /etc/passwd`, `$(id)`, `\r\nSet-Cookie: a=b`, `data: x\n\n`,
];

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'id', 'type', 'data', 'length', '', '0', 'then', 'toJSON', 'valueOf'] as const;

export const anyText: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...INJECTIONS), fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 300 }));

/** JSON of every shape, with keys that lie on prototypes. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.constantFrom(null, true, 0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 2, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 5 }),
  fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 10 })), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 5 }),
);

/** JSON text of a value in which one thing was changed: replaced, removed, added or doubled. */
export function spoiled(right: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(200), how: fc.constantFrom('replace', 'remove', 'add', 'double'), key: fc.oneof(fc.constantFrom(...KEYS), anyText), value: anyValue });
  return fc.tuple(right, change).map(([value, { at, how, key, value: other }]) => {
    let left = at % Math.max(1, countNodes(value));
    const write = (node: unknown): string => {
      const isIt = left === 0;
      left -= 1;
      if (isIt && how === 'replace') return JSON.stringify(other) ?? 'null';
      if (Array.isArray(node)) return `[${node.map(write).join(',')}]`;
      if (typeof node !== 'object' || node === null) return JSON.stringify(node) ?? 'null';
      const members = Object.entries(node).map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`);
      if (isIt && how === 'remove') members.pop();
      if (isIt && how === 'add') members.push(`${JSON.stringify(key)}:${JSON.stringify(other) ?? 'null'}`);
      if (isIt && how === 'double') members.push(...members.slice(0, 1).map((member) => `${member.slice(0, member.indexOf(':'))}:${JSON.stringify(other) ?? 'null'}`));
      return `{${members.join(',')}}`;
    };
    return write(value);
  });
}

function countNodes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, member) => sum + countNodes(member), 0);
}
