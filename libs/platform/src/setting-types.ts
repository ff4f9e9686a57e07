import { z } from 'zod';

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "500ms", "90s", "20m", "1h", "1d" -> milliseconds. */
export const duration = z
  .string()
  .regex(/^\d+(?:ms|[smhd])$/, 'a number and a unit: 90s, 20m, 1h or 1d')
  .transform((text) => parseInt(text, 10) * UNITS[text.replace(/^\d+/, '') as keyof typeof UNITS])
  .refine((ms) => ms > 0 && ms <= 365 * UNITS.d, 'longer than nothing and at most a year');

const SIZES = { KB: 1e3, MB: 1e6, GB: 1e9 } as const;

/** "500MB", "4GB" -> bytes. */
export const bytes = z
  .string()
  .regex(/^\d+[KMG]B$/, 'a number and a unit: 500MB or 4GB')
  .transform((text) => parseInt(text, 10) * SIZES[text.slice(-2) as keyof typeof SIZES])
  .refine((size) => size > 0 && size <= 1e12, 'more than nothing and at most 1000GB');

/** "on" or "off" -> boolean. */
export const onOff = z.enum(['on', 'off']).transform((text) => text === 'on');

/** "true" or "false", also "on" and "off" -> boolean. */
export const trueOrFalse = z.enum(['true', 'false', 'on', 'off']).transform((text) => text === 'true' || text === 'on');

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

/** 32 bytes in base64, padded or not, in either alphabet. Stays text: settings are handed from thread to thread. */
export const key = z.string().regex(/^[\w+/-]{43}=?$/, '32 bytes in base64: openssl rand -base64 32');

/** Keys as `key` has them, with commas or white space between. */
export const keys = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(key));

/** "find|replacement" lines -> pairs. A line without "|" removes its text. */
export const replacements = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '' && !line.startsWith('|'))
    .map((line) => {
      const [find = '', ...rest] = line.split('|');
      return { find, replace: rest.join('|') };
    }),
);
