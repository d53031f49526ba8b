import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWindow } from './read-window.ts';

const answerOf = (keyword: string, series: unknown): unknown => ({ trends: [{ keyword: 'another', time_series: {} }, { keyword, pct_growth_yoy: 10_001, time_series: series }] });

it('reads the weeks of the tag in order', () => {
  expect(readWindow(answerOf('Quiet  Luxury', { '2026-11-21': 80, '2026-11-14': 0, '2026-11-28': 100 }), 'quietluxury')).toEqual({
    status: 'read', points: [{ weekEndMs: Date.UTC(2026, 10, 14), value: 0 }, { weekEndMs: Date.UTC(2026, 10, 21), value: 80 }, { weekEndMs: Date.UTC(2026, 10, 28), value: 100 }],
  });
});

it('takes what is next to nothing for nothing', () => {
  expect(readWindow(answerOf('linen', { '2026-11-14': 5e-324 }), 'linen')).toEqual({ status: 'read', points: [{ weekEndMs: Date.UTC(2026, 10, 14), value: 0 }] });
});

it('tells a tag that is not there from an answer that cannot be read', () => {
  expect(readWindow({ trends: [] }, 'linen')).toEqual({ status: 'absent' });
  expect(readWindow(answerOf('linen dress', { '2026-11-21': 80 }), 'linen')).toEqual({ status: 'absent' });
  for (const json of [undefined, {}, { trends: {} }, { trends: [{ keyword: 'linen' }] }, answerOf('linen', {}), answerOf('linen', { '21.11.2026': 8 }), answerOf('linen', { '2026-13-41': 8 }), answerOf('linen', { '2026-11-21': -1 }), answerOf('linen', { '2026-11-21': 1e308 }), answerOf('linen', { '2026-11-21': '8' })]) {
    expect(readWindow(json, 'linen')).toEqual({ status: 'unreadable' });
  }
});

it('never throws, whatever comes', () => {
  const statuses = ['read', 'absent', 'unreadable'];
  fc.assert(fc.property(fc.anything(), fc.dictionary(fc.string(), fc.anything()), (json, series) => {
    expect(statuses).toContain(readWindow(json, 'linen').status);
    expect(statuses).toContain(readWindow(answerOf('linen', series), 'linen').status);
  }));
});
