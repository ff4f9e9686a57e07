import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { type BookDraft, draftPartsOf, type FileNameHints, foldText, parseFileName } from '@octavo/domain';
import { setImmediate } from 'node:timers/promises';

/** What the path of a file says of its book: the last resort, and all there is for files that say nothing themselves. */
@Injectable()
export class ReadName {
  private question: { names: Set<string>; answer: Promise<ReadonlySet<string>> } | undefined;

  constructor(private readonly database: Database) {}

  /**
   * Where a name does not tell its author from its title, an author who is known already decides. What the file says of
   * itself tells the sides of its name apart.
   */
  async read(path: string, inside: BookDraft): Promise<Partial<BookDraft>> {
    const author = inside.contributors.find(({ role }) => role === 'author')?.name;
    const hints: FileNameHints = {
      ...(inside.title === undefined ? {} : { embeddedTitle: inside.title }),
      ...(author === undefined ? {} : { embeddedAuthor: author }),
    };
    const parse = parseFileName(path, hints);
    if (!parse.ambiguous) return draftPartsOf(parse.reading);
    const people = [parse.reading, ...parse.alternatives].flatMap(({ contributors }) => contributors);
    const known = await this.known(people.map(({ name }) => name));
    if (known.length === 0) return draftPartsOf(parse.reading);
    const knownAuthors = new Set(known.map(foldText));
    return draftPartsOf(parseFileName(path, { ...hints, knownAuthors }).reading);
  }

  /** Of these names those of people who are known. One question to the database for all that are asked about at a time. */
  private async known(names: readonly string[]): Promise<string[]> {
    const question = (this.question ??= { names: new Set(), answer: this.ask() });
    for (const name of names) question.names.add(name.toWellFormed());
    const known = await question.answer;
    return names.filter((name) => known.has(name));
  }

  private async ask(): Promise<ReadonlySet<string>> {
    await setImmediate();
    const names = [...this.question!.names];
    this.question = undefined;
    return new Set(await this.database.books.knownPeople(names));
  }
}
