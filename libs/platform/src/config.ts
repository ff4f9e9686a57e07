import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { KEPUB_SETTINGS } from './kepub-settings.js';
import { PROVIDER_SETTINGS } from './provider-settings.js';
import { SOURCE_SETTINGS } from './source-settings.js';
import { type Setting, setting } from './setting.js';
import { bytes, duration, httpUrl, key, keys, list } from './setting-types.js';

/** Every setting there is. README's table and .env.example are printed from here; a spec keeps them true. */
export const SETTINGS = {
  HOST: setting({ type: z.string().min(1), default: '127.0.0.1', meaning: 'address the gateway listens on' }),
  PORT: setting({
    type: z.coerce.number().int().min(0).max(65535),
    default: '8080',
    meaning: 'port the gateway listens on',
  }),
  PUBLIC_URL: setting({
    type: httpUrl.optional(),
    meaning:
      'address that devices use; every absolute URL starts with it (default: what the request says, else http://HOST:PORT)',
  }),
  DATA_DIR: setting({
    type: z
      .string()
      .min(1)
      .transform((path) => resolve(path)),
    default: './data',
    meaning: 'all that Octavo owns: covers, converted files, embedded databases',
  }),
  LIBRARY_DIRS: setting({
    type: list.transform((paths) => paths.map((path) => resolve(path))),
    default: './books',
    meaning: 'comma-separated folders that are watched for books',
  }),
  DATABASE_URL: setting({
    type: z.url({ protocol: /^postgres(ql)?$/, error: 'an address that starts with postgresql://' }).optional(),
    secret: true,
    meaning: 'a PostgreSQL of yours, 14 or newer (default: a private one in DATA_DIR)',
  }),
  REDIS_URL: setting({
    type: z.url({ protocol: /^rediss?$/, error: 'an address that starts with redis:// or rediss://' }).optional(),
    secret: true,
    meaning: 'a Redis or Valkey of yours, 6.2 or newer (default: a private one if the machine has the program)',
  }),
  QUEUE_BACKEND: setting({
    type: z.enum(['auto', 'redis', 'postgres']),
    default: 'auto',
    meaning: 'where the job queues live; auto: in Redis when there is one, else in PostgreSQL',
  }),
  ADMIN_EMAIL: setting({
    type: z.email().toLowerCase().optional(),
    meaning: 'creates the first administrator without a browser',
  }),
  ADMIN_PASSWORD: setting({
    type: z.string().min(10, 'at least 10 characters').optional(),
    secret: true,
    meaning: 'password of that administrator; used only when the account is made',
  }),
  SCAN_INTERVAL: setting({
    type: duration,
    default: '1h',
    meaning: 'how often watched folders are compared with what is known',
  }),
  WATCH_POLLING: setting({
    type: z.enum(['auto', 'on', 'off']),
    default: 'auto',
    meaning:
      'on: look for changes every few seconds, for network shares that send no events; auto: only on such shares',
  }),
  SETTLE_TIME: setting({
    type: duration,
    default: '5s',
    meaning: 'a file is read when it was left alone for so long; one that went is looked for twice as long',
  }),
  UPLOAD_LIMIT: setting({ type: bytes, default: '4GB', meaning: 'the largest file that may be uploaded' }),
  ...KEPUB_SETTINGS,
  ...PROVIDER_SETTINGS,
  ...SOURCE_SETTINGS,
  SECRET_KEY: setting({
    type: key.optional(),
    secret: true,
    meaning: '32 bytes in base64 that encrypt the secrets of others (default: made once, in DATA_DIR/secret.key)',
  }),
  OLD_SECRET_KEYS: setting({
    type: keys,
    default: '',
    secret: true,
    meaning: 'comma-separated keys that were SECRET_KEY before: they still decrypt, until npm run keys:rotate has run',
  }),
  KOBO_STORE_BASE_URL: setting({
    type: httpUrl,
    default: 'https://storeapi.kobo.com',
    meaning: 'what devices whose Kobo account is used too are relayed to, and nothing else',
  }),
  KOBO_PAGE_SIZE: setting({
    type: z.coerce.number().int().min(1).max(1_000),
    default: '100',
    meaning: 'how many changes a Kobo is told of in one answer',
  }),
  HTTP_PROXY: setting({ type: httpUrl.optional(), meaning: 'the proxy for http:// addresses outside' }),
  HTTPS_PROXY: setting({ type: httpUrl.optional(), meaning: 'the proxy for https:// addresses outside' }),
  NO_PROXY: setting({
    type: z.string().optional(),
    meaning: 'comma-separated names that are reached without a proxy: localhost,.example.org',
  }),
  LOG_LEVEL: setting({
    type: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    default: 'info',
    meaning: 'how much is logged',
  }),
  LOG_FORMAT: setting({
    type: z.enum(['pretty', 'json']).optional(),
    meaning: 'default: pretty on a terminal, else json',
  }),
} as const;

type SettingName = keyof typeof SETTINGS;
type Values = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['type']> };

/** All settings, read and checked; `PUBLIC_URL` is always there, and `publicUrlIsSet` says whether somebody set it. */
export type Config = Readonly<Omit<Values, 'PUBLIC_URL'> & { PUBLIC_URL: string; publicUrlIsSet: boolean }>;

/** Thrown when settings are wrong: one line per fault, so that all can be mended at once. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
  constructor(readonly faults: string[]) {
    super(`These settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** Reads all settings from an environment. Throws WrongSettings with every fault found. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { type, default: fallback, secret }] of Object.entries<Setting>(SETTINGS)) {
    const written = secret ? readSecret(name, environment, faults) : environment[name];
    const parsed = type.safeParse(written === undefined || written === '' ? fallback : written);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  if ((values['ADMIN_EMAIL'] === undefined) !== (values['ADMIN_PASSWORD'] === undefined)) {
    faults.push('ADMIN_EMAIL and ADMIN_PASSWORD: give both or neither');
  }
  if (faults.length > 0) throw new WrongSettings(faults);
  const config = values as Values;
  const { PUBLIC_URL } = config;
  return Object.freeze({
    ...config,
    PUBLIC_URL: PUBLIC_URL ?? localUrl(config.HOST, config.PORT),
    publicUrlIsSet: PUBLIC_URL !== undefined,
  });
}

/** The address of a gateway on this machine, as a browser here would type it. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function readSecret(name: string, environment: NodeJS.ProcessEnv, faults: string[]): string | undefined {
  const file = environment[`${name}_FILE`];
  if (environment[name] || !file) return environment[name];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE: ${(error as Error).message}`);
    return undefined;
  }
}

/** The addresses an operator put in the place of providers' own, by the provider's id. */
export function providerAddresses(config: Config): Readonly<Record<string, string | undefined>> {
  return {
    amazon: config.AMAZON_BASE_URL,
    goodreads: config.GOODREADS_BASE_URL,
    'open-library': config.OPEN_LIBRARY_BASE_URL,
    audnexus: config.AUDNEXUS_BASE_URL,
    audible: config.AUDIBLE_API_BASE_URL,
  };
}
