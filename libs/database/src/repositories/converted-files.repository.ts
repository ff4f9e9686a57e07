import type { Format } from '@octavo/domain';
import type { Client } from '../client.js';
import type { ConvertedFile } from '../generated/client.js';

/** A file of this content, on its way to another format. */
export interface ConversionOf {
  fileId: string;
  target: Format;
  /** Of the source. */
  fingerprint: string;
}

/** The conversion of a file's present content to KEPUB. */
export function kepubOf({ id, fingerprint }: { id: string; fingerprint: string }): ConversionOf {
  return { fileId: id, target: 'kepub', fingerprint };
}

/** What a conversion made. */
export interface Made {
  recipe: string;
  /** In bytes. */
  size: bigint;
  checksum: string;
}

/** What is worth telling about a try. */
export interface Told {
  problemCode?: string | null;
  problemDetail?: string | null;
  remark?: string | null;
}

const NOTHING_TOLD = { problemCode: null, problemDetail: null, remark: null };

/** What was made of files, and what was tried. */
export class ConvertedFilesRepository {
  constructor(private readonly client: Client) {}

  /** Undefined while nothing was tried with the file's present content. */
  async of({ fileId, target, fingerprint }: ConversionOf): Promise<ConvertedFile | undefined> {
    const row = await this.client.convertedFile.findUnique({ where: { fileId_target: { fileId, target } } });
    return row?.fingerprint === fingerprint ? row : undefined;
  }

  /** Notes that a file is about to be converted. What was made of the same content before stays READY. */
  async begin({ fileId, target, fingerprint }: ConversionOf): Promise<void> {
    await this.client.$executeRaw`
      insert into converted_file (file_id, target, fingerprint) values (${fileId}::uuid, ${target}, ${fingerprint})
      on conflict (file_id, target) do update set state = 'PENDING', fingerprint = excluded.fingerprint, recipe = null,
        tried = null, size = null, checksum = null, earlier_recipe = null, earlier_checksum = null,
        problem_code = null, problem_detail = null, remark = null, updated_at = now()
      where converted_file.fingerprint <> excluded.fingerprint`;
  }

  /** What was made takes the place of what was there. Nothing happens when the content has changed meanwhile. */
  async succeed({ fileId, target, fingerprint }: ConversionOf, tried: string, made: Made & Told): Promise<void> {
    const before = await this.of({ fileId, target, fingerprint });
    const other = before?.recipe && before.checksum !== made.checksum;
    const earlier = other ? { earlierRecipe: before.recipe, earlierChecksum: before.checksum } : {};
    await this.client.convertedFile.updateMany({
      where: { fileId, target, fingerprint },
      data: { ...NOTHING_TOLD, ...earlier, ...made, tried, state: 'READY' },
    });
  }

  /** What was there before, if anything, goes on being used. */
  async fail({ fileId, target, fingerprint }: ConversionOf, tried: string, told: Told): Promise<void> {
    const where = { fileId, target, fingerprint };
    await this.client.convertedFile.updateMany({ where, data: { ...NOTHING_TOLD, ...told, tried } });
    await this.client.convertedFile.updateMany({ where: { ...where, recipe: null }, data: { state: 'FAILED' } });
  }

  /** Adds to what is told of a file that is there. */
  async remark({ fileId, target, fingerprint }: ConversionOf, remark: string): Promise<void> {
    await this.client.convertedFile.updateMany({ where: { fileId, target, fingerprint }, data: { remark } });
  }

  /** Of what was made of a file, and what was tried, nothing counts any more. */
  async forget(fileId: string): Promise<void> {
    await this.client.convertedFile.deleteMany({ where: { fileId } });
  }

  /** What is kept of what was made of a file: the last, and the one before. */
  async recipesOf(fileId: string): Promise<{ target: string; recipe: string }[]> {
    const rows = await this.client.convertedFile.findMany({ where: { fileId } });
    return rows.flatMap(({ target, recipe, earlierRecipe }) =>
      [recipe, earlierRecipe].flatMap((one) => (one === null ? [] : { target, recipe: one })),
    );
  }

  /** True while a file of this content is, or was before, what this recipe made. */
  async isUsed(fingerprint: string, recipe: string): Promise<boolean> {
    const where = { fingerprint, OR: [{ recipe }, { earlierRecipe: recipe }] };
    return (await this.client.convertedFile.count({ where })) > 0;
  }

  /** What this recipe made of the same content in another book. */
  async sameContent(fingerprint: string, size: bigint, recipe: string): Promise<ConvertedFile | null> {
    return this.client.convertedFile.findFirst({
      where: { fingerprint, recipe, state: 'READY', file: { size } },
      orderBy: { fileId: 'asc' },
    });
  }
}
