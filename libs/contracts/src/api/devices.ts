import { z } from 'zod';
import { Id, pageOf, Time } from './primitives.js';

/** Which books a device gets. */
export const DeviceScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everything') }),
  z.object({ kind: z.literal('libraries'), libraryIds: z.array(Id).max(1_000) }),
  z.object({ kind: z.literal('shelves'), shelfIds: z.array(Id).max(1_000) }),
]);
export type DeviceScope = z.infer<typeof DeviceScope>;

/** What a device does in the course of a sync, in this order. */
export const DEVICE_STEPS = ['sign-in', 'initialization', 'oidc', 'sync', 'metadata', 'download'] as const;
export type DeviceStep = (typeof DEVICE_STEPS)[number];

/** A Kobo paired with an account. */
export const Device = z.object({
  id: Id,
  name: z.string(),
  scope: DeviceScope,
  /** Whether its Kobo account is used beside us. */
  storeProxy: z.boolean(),
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
  /** When it last took each step, in the order of a sync. */
  steps: z.array(z.object({ step: z.enum(DEVICE_STEPS), at: Time })),
  /** Seconds by which its clock was ahead of ours when it last told a time; negative: behind. */
  clockAheadSec: z.number().int().nullable(),
});
export type Device = z.infer<typeof Device>;

export const DevicePage = pageOf(Device);
export type DevicePage = z.infer<typeof DevicePage>;

/** POST /api/devices */
export const NewDevice = z.object({ name: z.string().trim().min(1).max(100), scope: DeviceScope.optional() });
export type NewDevice = z.infer<typeof NewDevice>;

/** PATCH /api/devices/:id */
export const DevicePatch = NewDevice.extend({ storeProxy: z.boolean() }).partial();
export type DevicePatch = z.infer<typeof DevicePatch>;

/** The token is in this answer and nowhere else. `apiEndpoint` goes into the device's configuration file. */
export const PairedDevice = Device.extend({ token: z.string(), apiEndpoint: z.string() });
export type PairedDevice = z.infer<typeof PairedDevice>;
