import { z } from 'zod';
import { Id, Time } from './primitives.js';

export const USER_ROLES = ['admin', 'reader'] as const;

export const User = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  role: z.enum(USER_ROLES),
  createdAt: Time,
});
export type User = z.infer<typeof User>;

const Email = z.email().max(254).toLowerCase();
const Password = z.string().min(10, 'at least 10 characters').max(200);

/** POST /api/session */
export const SignIn = z.object({ email: z.string().max(254).toLowerCase(), password: z.string().max(200) });
export type SignIn = z.infer<typeof SignIn>;

/** Answer of POST and GET /api/session. */
export const Session = z.object({ user: User });
export type Session = z.infer<typeof Session>;

/** GET /api/setup: whether the first account is still to be made. */
export const SetupState = z.object({ open: z.boolean() });
export type SetupState = z.infer<typeof SetupState>;

/** POST /api/setup: the first administrator, with the token of the link printed at start. Answers a Session. */
export const Setup = z.object({
  token: z.string().max(200),
  email: Email,
  name: z.string().trim().max(100).default(''),
  password: Password,
});
export type Setup = z.input<typeof Setup>;

/** POST /api/users */
export const NewUser = z.object({
  email: Email,
  name: z.string().trim().max(100).default(''),
  password: Password,
  role: z.enum(USER_ROLES).default('reader'),
});
export type NewUser = z.infer<typeof NewUser>;

/** PATCH /api/users/:id */
export const UserPatch = z
  .object({ name: z.string().trim().max(100), password: Password, role: z.enum(USER_ROLES) })
  .partial();
export type UserPatch = z.infer<typeof UserPatch>;

export const ApiKey = z.object({ id: Id, name: z.string(), createdAt: Time, lastUsedAt: Time.nullable() });
export type ApiKey = z.infer<typeof ApiKey>;

/** POST /api/api-keys */
export const NewApiKey = z.object({ name: z.string().trim().min(1).max(100) });
export type NewApiKey = z.infer<typeof NewApiKey>;

/** The key itself is in this answer and nowhere else. */
export const IssuedApiKey = ApiKey.extend({ key: z.string() });
export type IssuedApiKey = z.infer<typeof IssuedApiKey>;

/** What a reading app or a file manager signs in with, beside the account's e-mail address. */
export const AppPassword = z.object({ id: Id, name: z.string(), createdAt: Time, lastUsedAt: Time.nullable() });
export type AppPassword = z.infer<typeof AppPassword>;

/** POST /api/app-passwords */
export const NewAppPassword = z.object({ name: z.string().trim().min(1).max(100) });
export type NewAppPassword = z.infer<typeof NewAppPassword>;

/** The password itself is in this answer and nowhere else. */
export const IssuedAppPassword = z.object({ id: Id, name: z.string(), password: z.string() });
export type IssuedAppPassword = z.infer<typeof IssuedAppPassword>;
