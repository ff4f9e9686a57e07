import { z } from 'zod';

/** Addresses, templates and flags by name. Flags are the strings "True" and "False"; two values are small tables. */
export const Resources = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));
export type Resources = z.infer<typeof Resources>;

/** GET v1/initialization. */
export const Initialization = z.strictObject({ Resources });
export type Initialization = z.infer<typeof Initialization>;
