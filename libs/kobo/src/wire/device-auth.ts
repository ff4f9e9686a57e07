import { z } from 'zod';

const text = z.string().max(200).optional().catch(undefined);

/** What we read of the body of POST v1/auth/device and v1/auth/refresh; any field may be missing or odd. */
export const DeviceAuthBody = z.object({ UserKey: text, SerialNumber: text, PlatformId: text, AppVersion: text });
export type DeviceAuthBody = z.infer<typeof DeviceAuthBody>;

/** The answer of both. */
export const DeviceAuthAnswer = z.object({
  AccessToken: z.string().min(24),
  RefreshToken: z.string().min(24),
  TokenType: z.literal('Bearer'),
  TrackingId: z.uuid(),
  UserKey: z.string(),
});
export type DeviceAuthAnswer = z.infer<typeof DeviceAuthAnswer>;
