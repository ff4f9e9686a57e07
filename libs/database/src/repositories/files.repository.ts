import type { DrmScheme, Format, ProblemCode } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import type { ConvertedFile, File } from '../generated/client.js';
import { newId } from '../ids.js';

/** Bytes as told apart from all others of one owner. */
export interface Content {
  ownerId: string | null;
  fingerprint: string;
  size: bigint;
}

/** What reading a file found out about the file itself. */
export interface FileFindings {
  format: Format;
  layout: 'reflowable' | 'fixed';
  drm: DrmScheme | null;
  problem: { code: ProblemCode; detail: string } | null;
  warnings: string[];
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Files: bytes that belong to books, and what was made of them. */
export class FilesRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<File | null> {
    return this.client.file.findUnique({ where: { id } });
  }

  /** A file of a book the user may see. */
  findVisible(id: string, userId: string) {
    return this.client.file.findFirst({
      where: { id, book: { OR: [{ ownerId: null }, { ownerId: userId }] } },
      include: { book: true },
    });
  }

  ofBook(bookId: string): Promise<File[]> {
    return this.client.file.findMany({ where: { bookId }, orderBy: { addedAt: 'asc' } });
  }

  /** Keeps two imports of the same bytes apart until the transaction ends. */
  async lockContent({ fingerprint, size }: Content): Promise<void> {
    await this.client.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${fingerprint}:${size}`}, 0))::text`;
  }

  async byContent({ ownerId, fingerprint, size }: Content): Promise<File | undefined> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select id::text from file
      where coalesce(owner_id, ${NOBODY}::uuid) = coalesce(${ownerId}::uuid, ${NOBODY}::uuid)
        and fingerprint = ${fingerprint} and size = ${size}`;
    const id = rows[0]?.id;
    return id ? ((await this.find(id)) ?? undefined) : undefined;
  }

  add(bookId: string, content: Content, findings: FileFindings): Promise<File> {
    return this.client.file.create({ data: { id: newId(), bookId, ...content, ...columns(findings) } });
  }

  /** A file got other bytes: what was made of the old ones is stale from now on. */
  async revise(id: string, content: Content, findings: FileFindings): Promise<void> {
    await this.client.file.update({
      where: { id },
      data: { fingerprint: content.fingerprint, size: content.size, ...columns(findings) },
    });
  }

  converted(fileId: string, target: Format): Promise<ConvertedFile | null> {
    return this.client.convertedFile.findUnique({ where: { fileId_target: { fileId, target } } });
  }

  async putConverted(row: Omit<Prisma.ConvertedFileUncheckedCreateInput, 'updatedAt'>): Promise<void> {
    const { fileId, target, ...rest } = row;
    const nothing = { size: null, checksum: null, problemCode: null, problemDetail: null };
    await this.client.convertedFile.upsert({
      where: { fileId_target: { fileId, target } },
      create: row,
      update: { ...nothing, ...rest },
    });
  }
}

function columns({ problem, ...rest }: FileFindings) {
  return { ...rest, problemCode: problem?.code ?? null, problemDetail: problem?.detail ?? null };
}
