import type { StoredEvent } from '../../event-log.ts';
import { sampleEvent } from '../../testing/sample-event.ts';

/** A message as version 0.3.0 made it: its events had neither arms nor consent. */
export const OLD_MESSAGE: Uint8Array = Buffer.from('H4sIAAAAAAAEA63QQU5DIRAG4KuYf81LQFNf5QY28QRiDIExkgg0j+nT5oW76Fl6MQPdmOiiWmcxYQE/M9+CmaYScoJWAtY52jL5uwKtxpuVGq9lLwGaKXGBvl/AlGziWw8NTzFDILSzVFY9rf3VQFbKYZRSDuvWjgm9KwjwfkvQmAO9PgamCAGbctrHvCs988QctyucI039jTu9IFCotJV/81ubtN9/CYnSUJ7DxG2ZEOkHrIkchfm740rAW7ab0ryxGDC9sYE2OHzkC394DwYVVZxjfPmPxn+AOlekQRvoxeBI3nW+oBvUivpQPwFAvXyruQIAAA==', 'base64');

/** What is in it. */
export const OLD_MESSAGE_EVENTS: readonly StoredEvent[] = [
  sampleEvent(1, { customerId: 'c'.repeat(43), dataJson: '{"text":"áo dài"}', armsJson: undefined, consent: undefined }),
  sampleEvent(2, { itemId: undefined, armsJson: undefined, consent: undefined }),
];
