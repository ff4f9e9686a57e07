import type { BookMetadata, MetadataField, Role } from '@octavo/domain';
import type { Client } from '../client.js';
import { newId } from '../ids.js';

/** Contributors, series and identifiers of a book: the rows around its own. */
export class BookRelations {
  constructor(private readonly client: Client) {}

  async of(bookId: string): Promise<Pick<BookMetadata, 'contributors' | 'series' | 'identifiers'>> {
    const where = { bookId };
    const order = { position: 'asc' } as const;
    const people = await this.client.contribution.findMany({ where, include: { contributor: true }, orderBy: order });
    const series = await this.client.seriesEntry.findMany({ where, include: { series: true }, orderBy: order });
    const identifiers = await this.client.identifier.findMany({
      where,
      orderBy: [{ scheme: 'asc' }, { value: 'asc' }],
    });
    return {
      contributors: people.map(({ role, contributor: { name, sortName } }) => ({
        name,
        role: role as Role,
        ...(sortName === null ? {} : { sortName }),
      })),
      series: series.map(({ number, series: { name } }) => (number === null ? { name } : { name, number })),
      identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
    };
  }

  /** Replaces those of them that are in `fields` by what `metadata` says. */
  async replace(bookId: string, metadata: BookMetadata, fields: ReadonlySet<MetadataField>): Promise<void> {
    if (fields.has('contributors')) await this.putContributors(bookId, metadata);
    if (fields.has('series')) await this.putSeries(bookId, metadata);
    if (fields.has('identifiers')) await this.putIdentifiers(bookId, metadata);
  }

  private async putContributors(bookId: string, { contributors }: BookMetadata): Promise<void> {
    await this.client.contribution.deleteMany({ where: { bookId } });
    if (contributors.length === 0) return;
    const ids = await this.named('contributor', contributors);
    await this.client.contribution.createMany({
      data: contributors.map(({ name, role }, position) => ({ bookId, position, role, contributorId: ids.get(name)! })),
    });
  }

  private async putSeries(bookId: string, { series }: BookMetadata): Promise<void> {
    await this.client.seriesEntry.deleteMany({ where: { bookId } });
    if (series.length === 0) return;
    const ids = await this.named('series', series);
    await this.client.seriesEntry.createMany({
      data: series.map(({ name, number }, position) => ({
        bookId,
        position,
        number: number ?? null,
        seriesId: ids.get(name)!,
      })),
    });
  }

  private async putIdentifiers(bookId: string, { identifiers }: BookMetadata): Promise<void> {
    await this.client.identifier.deleteMany({ where: { bookId } });
    await this.client.identifier.createMany({
      data: identifiers.map(({ scheme, value }) => ({ bookId, scheme, value })),
      skipDuplicates: true,
    });
  }

  /** The ids of people or series by name, made where there are none. Looks before it writes: most names are known. */
  private async named(
    kind: 'contributor' | 'series',
    given: { name: string; sortName?: string }[],
  ): Promise<Map<string, string>> {
    const names = [...new Set(given.map(({ name }) => name))].sort();
    const find = async () => {
      const where = { name: { in: names } };
      const rows =
        kind === 'contributor'
          ? await this.client.contributor.findMany({ where })
          : await this.client.series.findMany({ where });
      return new Map(rows.map(({ id, name }) => [name, id]));
    };
    const known = await find();
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length === 0) return known;
    const sortNames = new Map(given.map(({ name, sortName }) => [name, sortName ?? null]));
    if (kind === 'contributor') {
      const data = unknown.map((name) => ({ id: newId(), name, sortName: sortNames.get(name) ?? null }));
      await this.client.contributor.createMany({ data, skipDuplicates: true });
    } else {
      await this.client.series.createMany({
        data: unknown.map((name) => ({ id: newId(), name })),
        skipDuplicates: true,
      });
    }
    return find();
  }
}
