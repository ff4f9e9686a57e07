import { z } from 'zod';

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "90s", "20m", "1h", "1d" -> milliseconds. */
export const duration = z
  .string()
  .regex(/^\d+[smhd]$/, 'a number and a unit: 90s, 20m, 1h or 1d')
  .transform((text) => Number(text.slice(0, -1)) * UNITS[text.at(-1) as keyof typeof UNITS])
  .refine((ms) => ms > 0 && ms <= 365 * UNITS.d, 'longer than nothing and at most a year');

/** "on" or "off" -> boolean. */
export const onOff = z.enum(['on', 'off']).transform((text) => text === 'on');

/** "a, b" -> ["a", "b"], without empty parts. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** An http(s) address without a trailing slash. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an address that starts with http:// or https://' })
  .transform((text) => text.replace(/\/+$/, ''));
