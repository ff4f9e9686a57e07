import { probeDatabase, type Refusal } from './database.js';

const EXPECTED = 'postgresql://user:password@host:5432/database';

/**
 * Why the database at `url` cannot be used, in one sentence without the password; undefined when it can.
 * Where nobody answers it takes `withinMs`.
 */
export async function checkDatabase(url: string, withinMs?: number): Promise<string | undefined> {
  const address = parseAddress(url);
  if (!address) {
    return `DATABASE_URL is not a PostgreSQL address like ${EXPECTED} (special characters are percent-encoded)`;
  }
  const refusal = await probeDatabase(url, withinMs);
  return refusal && explain(refusal, address);
}

function parseAddress(url: string): URL | undefined {
  const address = URL.parse(url);
  if (!address || !/^postgres(ql)?:$/.test(address.protocol)) return undefined;
  // Each part is decoded later, by the driver too; a stray percent sign makes that throw.
  return /%(?![0-9a-f]{2})/i.test(url) ? undefined : address;
}

function explain({ code, message }: Refusal, address: URL): string {
  const host = address.searchParams.get('host') ?? (address.hostname || 'localhost');
  const place = `${host}:${address.port || '5432'}`;
  const database = decodeURIComponent(address.pathname.slice(1));
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `DATABASE_URL names the host ${host}, which is not known here`;
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENOENT':
      return `No PostgreSQL listens at ${place} (DATABASE_URL)`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${place} refuses the user ${address.username} or the password (DATABASE_URL)`;
    case '3D000':
      return `PostgreSQL at ${place} has no database ${database} (DATABASE_URL)`;
    default:
      return `PostgreSQL at ${place} cannot be used: ${withoutPassword(message, address)} (DATABASE_URL)`;
  }
}

function withoutPassword(message: string, { password }: URL): string {
  if (password === '') return message;
  return message.replaceAll(password, '***').replaceAll(decodeURIComponent(password), '***');
}
