import type { EventReceipt } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { openIngestApp } from '../../../../server-lite/src/ingest/testing/open-ingest-app.ts';
import { eventsOf, smallShop } from '../testing/small-shop.ts';
import { toRecordedLine } from './to-recorded-line.ts';

const BATCH = 200;

it('is what the server exports of the same events', async () => {
  const log = eventsOf(smallShop({ shoppers: 200, days: 10, experiments: { hero: ['a', 'b'] } })).slice(0, 400);
  const nowMs = Math.max(...log.map(({ receivedMs }) => receivedMs));
  const { app } = await openIngestApp({ clock: () => nowMs });
  for (let from = 0; from < log.length; from += BATCH) {
    const events = log.slice(from, from + BATCH).map(({ event }) => event);
    const response = await app.inject({ method: 'POST', url: '/v1/events?site=site_demoshop', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ sentAtMs: nowMs, events }) });
    expect(response.statusCode).toBe(202);
    expect(response.json<EventReceipt>()).toEqual({ accepted: events.map(({ id }) => id), rejected: [] });
  }
  const exported = await app.inject('/v1/events/export?format=ndjson');
  expect(exported.body).toBe(log.map(({ event }) => toRecordedLine(event, nowMs)).join(''));
}, 60_000);
