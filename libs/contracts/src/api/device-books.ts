import { z } from 'zod';
import { Id, pageOf, PageQuery, Time } from './primitives.js';

/**
 * How far a book is on its way to a device. `not-offered`: the device does not get it (see `why`). `waiting`: it is to be
 * told at the next sync. `sent`: it was in an answer. `acknowledged`: the device came back with that answer's token.
 * `downloaded`: its file went out to the last byte. `removing`: the device is to forget it. `removed`: it was told so.
 */
export const DELIVERY_STATES = [
  'not-offered',
  'waiting',
  'sent',
  'acknowledged',
  'downloaded',
  'removing',
  'removed',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One book as one device has it. */
export const DeviceBook = z.object({
  bookId: Id,
  title: z.string(),
  coverUrl: z.string().nullable(),
  /** It is no longer here, and the device may still hold it. */
  gone: z.boolean(),
  state: z.enum(DELIVERY_STATES),
  /** When an answer that told of it first went out, and when the device proved to have that answer. */
  sentAt: Time.nullable(),
  acknowledgedAt: Time.nullable(),
  downloadedAt: Time.nullable(),
  /** Who keeps it from the device: its reader, who deleted it there, or the user here. */
  withheld: z.enum(['device', 'user']).nullable(),
  withheldAt: Time.nullable(),
  /** In plain words why it is not there yet; null where there is nothing to explain. */
  why: z.string().nullable(),
});
export type DeviceBook = z.infer<typeof DeviceBook>;

export const DeviceBookPage = pageOf(DeviceBook);
export type DeviceBookPage = z.infer<typeof DeviceBookPage>;

/** GET /api/devices/:id/books */
export const DeviceBookQuery = PageQuery.extend({
  state: z.enum(DELIVERY_STATES).optional(),
  q: z.string().trim().max(200).optional(),
});
export type DeviceBookQuery = z.infer<typeof DeviceBookQuery>;

/** PATCH /api/devices/:id/books/:bookId: `withheld: true` never sends it, false sends it (again). */
export const DeviceBookPatch = z.object({ withheld: z.boolean() });
export type DeviceBookPatch = z.infer<typeof DeviceBookPatch>;
