import { z } from 'zod';
import { Id, pageOf, Time } from './primitives.js';

/** A Kobo paired with an account. */
export const Device = z.object({
  id: Id,
  name: z.string(),
  /** As its headers say, once it has called. */
  model: z.string().nullable(),
  firmware: z.string().nullable(),
  createdAt: Time,
  lastSeenAt: Time.nullable(),
  lastSyncAt: Time.nullable(),
  /** Books it may open, books it is proven to know (it came back with a later token), files it has downloaded. */
  granted: z.number().int(),
  acknowledged: z.number().int(),
  downloaded: z.number().int(),
});
export type Device = z.infer<typeof Device>;

export const DevicePage = pageOf(Device);
export type DevicePage = z.infer<typeof DevicePage>;

/** POST /api/devices */
export const NewDevice = z.object({ name: z.string().trim().min(1).max(100) });
export type NewDevice = z.infer<typeof NewDevice>;

/** PATCH /api/devices/:id */
export const DevicePatch = NewDevice.partial();
export type DevicePatch = z.infer<typeof DevicePatch>;

/** The token is in this answer and nowhere else. `apiEndpoint` goes into the device's configuration file. */
export const PairedDevice = Device.extend({ token: z.string(), apiEndpoint: z.string() });
export type PairedDevice = z.infer<typeof PairedDevice>;
