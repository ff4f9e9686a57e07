import type { SourceList } from '@octavo/contracts';
import type { Repositories } from '@octavo/database';
import { bookFrom, METADATA_FIELDS, type RunStatement } from '@octavo/domain';

type Repos = Pick<Repositories, 'files' | 'places'>;

/** A source, by the name people know it. */
export interface NamedStatement extends RunStatement {
  name?: string;
  url?: string;
}

/** All that files and providers say of a book, as they said it last. */
export async function statementsOfSources({ files, places }: Repos, bookId: string): Promise<NamedStatement[]> {
  const all = await files.telling(bookId);
  const paths = await places.pathsOf(all.map(({ id }) => id));
  return all.flatMap(({ id, says }) => {
    const name = paths.get(id)?.split('/').at(-1);
    return (says?.statements ?? []).map((statement) => ({ ...statement, ...(name !== undefined && { name }) }));
  });
}

/** What each of them says, field by field; those that say nothing are left out. */
export function presentSources(statements: readonly NamedStatement[]): SourceList {
  const items = statements.map((statement) => {
    const { source, provider = null, name = null, url = null } = statement;
    const { metadata, origins } = bookFrom([statement]);
    const said = METADATA_FIELDS.filter((field) =>
      Object.keys(origins).some((part) => part.split('.', 1)[0] === field),
    );
    return { source, provider, name, url, values: Object.fromEntries(said.map((field) => [field, metadata[field]])) };
  });
  const telling = items.filter(({ values }) => Object.keys(values).length > 0);
  return { items: telling, total: telling.length, next: null };
}
