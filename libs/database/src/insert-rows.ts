import { type Client, Prisma } from './client.js';

type Table =
  | 'book'
  | 'contribution'
  | 'contributor'
  | 'cover'
  | 'field_provenance'
  | 'file'
  | 'identifier'
  | 'place'
  | 'series'
  | 'series_entry'
  | 'work';

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
  return JSON.stringify(named, (_, value: unknown) => {
    if (typeof value === 'bigint') return value.toString();
    // Half a surrogate pair has no place in a text of PostgreSQL.
    return typeof value === 'string' ? value.toWellFormed() : value;
  });
}
