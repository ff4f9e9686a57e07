import { type Client, Prisma } from './client.js';
import { databaseJson } from './database-json.js';

type Table =
  | 'book'
  | 'contribution'
  | 'contributor'
  | 'cover'
  | 'field_provenance'
  | 'file'
  | 'identifier'
  | 'place'
  | 'purchase'
  | 'series'
  | 'series_entry'
  | 'work'
  | 'work_key';

/**
 * Inserts rows of one shape in one statement, whose text does not grow with them: for thousands of books Prisma's own
 * `createMany` takes longer to write its statement than PostgreSQL to carry it out. Keys are names of fields
 * ("coverId"). Rows that are there already are left as they are with `skipDuplicates`.
 */
export async function insertRows(
  client: Client,
  table: Table,
  { rows, skipDuplicates = false }: { rows: Record<string, unknown>[]; skipDuplicates?: boolean },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first)
    .map((field) => `"${columnName(field)}"`)
    .join(', ');
  await client.$executeRaw`
    insert into ${Prisma.raw(table)} (${Prisma.raw(columns)})
    select ${Prisma.raw(columns)} from jsonb_populate_recordset(null::${Prisma.raw(table)}, ${asJson(rows)}::jsonb)
    ${skipDuplicates ? Prisma.sql`on conflict do nothing` : Prisma.empty}`;
}

/** Columns are called as the schema's fields, in snake_case. */
const columnName = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function asJson(rows: Record<string, unknown>[]): string {
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [columnName(field), value])),
  );
  return databaseJson(named);
}
