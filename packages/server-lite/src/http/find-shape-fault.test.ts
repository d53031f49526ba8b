import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findShapeFault } from './find-shape-fault.ts';

const MANY = 1000;
const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null;
const depthOf = (value: unknown): number => (isNode(value) ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);
const membersOf = (value: unknown): number => (isNode(value) ? Math.max(Array.isArray(value) ? 0 : Object.keys(value).length, ...Object.values(value).map(membersOf)) : 0);
const allMembersOf = (value: unknown): number => (isNode(value) ? Object.values(value).reduce((sum: number, one) => sum + allMembersOf(one), Array.isArray(value) ? 0 : Object.keys(value).length) : 0);
const anyJson = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });

it('counts the depth of JSON, whatever its texts hold', () => {
  fc.assert(fc.property(anyJson, fc.integer({ min: 0, max: 7 }), (value, depth) => {
    expect(findShapeFault(Buffer.from(JSON.stringify(value)), { depth, members: MANY, membersInAll: MANY })).toBe(depthOf(value) > depth ? 'depth' : undefined);
  }));
});

it('counts the members of each object, and of no list', () => {
  fc.assert(fc.property(anyJson, fc.integer({ min: 0, max: 7 }), (value, members) => {
    expect(findShapeFault(Buffer.from(JSON.stringify(value)), { depth: MANY, members, membersInAll: MANY })).toBe(membersOf(value) > members ? 'members' : undefined);
  }));
});

it('counts the members of all objects', () => {
  fc.assert(fc.property(anyJson, fc.integer({ min: 0, max: 20 }), (value, membersInAll) => {
    expect(findShapeFault(Buffer.from(JSON.stringify(value)), { depth: MANY, members: MANY, membersInAll })).toBe(allMembersOf(value) > membersInAll ? 'membersInAll' : undefined);
  }));
});

it.each(['"[[[["', '"\\"[[[["', '"\\\\"', '["]]]]"]', '{"{:::":":::"}', ']]]]:['])('sees no list and no member in the text of %s', (json) => {
  expect(findShapeFault(Buffer.from(json), { depth: 1, members: 1, membersInAll: 1 })).toBeUndefined();
});
