import type { MultipartFile } from '@fastify/multipart';
import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { Id, ingest, type UploadAccepted } from '@octavo/contracts';
import { Database, type FolderLibrary, type User } from '@octavo/database';
import { DomainError, formatOfName } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs } from '@octavo/queue';
import { LibraryUploads } from '@octavo/storage';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AdminOnly, CurrentUser } from '../auth/session.guard.js';
import { fits } from '../http/zod.pipe.js';

const UploadQuery = z.object({ libraryId: Id.optional() });

/** Takes files from browsers and scripts into a library's folder. */
@AdminOnly()
@Controller('api/uploads')
export class UploadsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly uploads: LibraryUploads,
    private readonly jobs: Jobs,
  ) {}

  /** One file, as the part `file` of multipart/form-data; `libraryId` as a part before it or in the query. */
  @Post()
  @HttpCode(202)
  async take(
    @CurrentUser() user: User,
    @Req() request: FastifyRequest,
    @Query(fits(UploadQuery)) query: z.output<typeof UploadQuery>,
  ): Promise<UploadAccepted> {
    if (!request.isMultipart()) throw new DomainError('upload.missing');
    const limits = { fileSize: this.config.UPLOAD_LIMIT, files: 1, fields: 10, fieldSize: 1_000 };
    const part = await request.file({ limits });
    if (!part?.filename) throw new DomainError('upload.missing');
    const library = await this.libraryFor(user, query.libraryId ?? idIn(part));
    return this.keep(library, part);
  }

  private async keep(library: FolderLibrary, part: MultipartFile): Promise<UploadAccepted> {
    const name = part.filename.normalize('NFC').split(/[/\\]/).at(-1)!;
    if (formatOfName(name) === undefined)
      throw new DomainError('format.unsupported', `Octavo reads no files like "${name}"`);
    const received = await this.uploads.receive(library.path, part.file);
    try {
      if (part.file.truncated) throw new DomainError('upload.too-large');
      const same = await this.samePlace(library, received);
      const path = same ?? (await received.keepAs(name));
      const origin = 'upload' as const;
      const jobId = await this.jobs.add(
        ingest.jobs.importFile,
        { libraryId: library.id, path, origin },
        { urgent: true },
      );
      return { jobId, libraryId: library.id, path, alreadyThere: same !== undefined };
    } finally {
      await received.discard();
    }
  }

  /** Where these bytes lie in the library already. */
  private async samePlace(library: FolderLibrary, { fingerprint, size }: { fingerprint: string; size: bigint }) {
    const file = await this.database.files.byContent({ ownerId: library.ownerId, fingerprint, size });
    const places = file ? await this.database.places.presentOf(file.id) : [];
    return places.find(({ libraryId }) => libraryId === library.id)?.path;
  }

  private async libraryFor(user: User, id: string | undefined): Promise<FolderLibrary> {
    const libraries = await this.database.libraries.foldersVisibleTo(user.id);
    const library = id === undefined ? libraries[0] : libraries.find((one) => one.id === id);
    if (!library) throw new DomainError('library.not-found');
    return library;
  }
}

function idIn({ fields }: MultipartFile): string | undefined {
  const field = fields['libraryId'];
  const value = field && !Array.isArray(field) && field.type === 'field' ? field.value : undefined;
  return Id.optional().catch(undefined).parse(value);
}
