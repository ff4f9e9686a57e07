import { Injectable } from '@nestjs/common';
import type { JobContext } from '@octavo/contracts';
import { type ConvertedFile, ContentLocks, Database, type File, kepubOf, type Made, type Told } from '@octavo/database';
import { DomainError, type Format } from '@octavo/domain';
import { convertedPath, DataFiles, type DataPath, fingerprintOf } from '@octavo/storage';
import { LibraryCopies } from './library-copies.js';
import { MakeKepub, type Product } from './make-kepub.js';

type How = Pick<JobContext, 'progress' | 'signal'>;

/** Turns a file into a KEPUB, once per content and recipe, and notes what came of it. */
@Injectable()
export class ConvertFile {
  constructor(
    private readonly database: Database,
    private readonly locks: ContentLocks,
    private readonly copies: LibraryCopies,
    private readonly data: DataFiles,
    private readonly kepubs: MakeKepub,
  ) {}

  /**
   * Sees to it that the KEPUB of a file is there, the best there can be. Where there is an older one, it is used until
   * the new one is there, and when that cannot be made. Throws the problem when there is none and none can be made (also
   * when an earlier try with the same recipe found that out), and 'file.vanished' when no copy of the file is there.
   */
  async toKepub(fileId: string, how: How): Promise<void> {
    const file = await this.database.files.find(fileId);
    if (!file) throw new DomainError('file.not-found');
    const wanted = await this.kepubs.recipeFor(file.format as Format);
    if (await this.isSettled(file, wanted)) return;
    const of = kepubOf(file);
    await this.database.convertedFiles.begin(of);
    await this.locks.hold(`${file.fingerprint}-${file.size}`, how.signal, async () => {
      const twin = await this.database.convertedFiles.sameContent(file.fingerprint, file.size, wanted);
      if (twin && (await this.isThere(file, twin))) return this.keep(file, wanted, keptFrom(twin));
      await this.convert(file, wanted, how);
    });
  }

  /** Nothing is left to be tried. Throws the problem where a try has shown that nothing can be made. */
  private async isSettled(file: File, wanted: string): Promise<boolean> {
    const known = await this.database.convertedFiles.of(kepubOf(file));
    if (known?.state === 'READY' && (await this.isThere(file, known)))
      return known.tried === wanted || this.kepubs.isMakeshift();
    if (known?.state === 'FAILED' && known.tried === wanted)
      throw new DomainError('conversion.failed', known.problemDetail ?? undefined);
    return false;
  }

  private async isThere(file: File, { recipe, size }: ConvertedFile): Promise<boolean> {
    return recipe !== null && (await this.data.size(convertedPath(file, 'kepub', recipe))) === Number(size);
  }

  private async convert(file: File, wanted: string, how: How): Promise<void> {
    const of = kepubOf(file);
    try {
      const { problem, remark, ...made } = await this.make(file, wanted, how);
      await this.keep(file, wanted, { ...made, told: { problemDetail: problem, remark } });
    } catch (error) {
      if (!(error instanceof DomainError) || (error.kind !== 'corrupt' && error.kind !== 'unsupported')) throw error;
      await this.database.convertedFiles.fail(of, wanted, { problemCode: error.code, problemDetail: error.detail });
      const kept = await this.database.convertedFiles.of(of);
      if (kept?.state !== 'READY' || !(await this.isThere(file, kept))) throw error;
    }
  }

  private async make(file: File, wanted: string, how: How): Promise<Product & { size: bigint; checksum: string }> {
    const pathBy = (recipe: string) => convertedPath(file, 'kepub', recipe);
    const source = await this.copies.open(file, how.signal);
    try {
      const write = async (draft: string) => {
        const product = await this.kepubs.make(source, file.format as Format, draft, how);
        await source.assertUnchanged();
        return product;
      };
      const product = await this.data.write(pathBy(wanted), write, ({ recipe }) => pathBy(recipe));
      return { ...product, ...(await this.measure(pathBy(product.recipe))) };
    } finally {
      await source.close();
    }
  }

  private async measure(path: DataPath): Promise<{ size: bigint; checksum: string }> {
    const made = await this.data.open(path);
    try {
      return { size: BigInt(made.size), checksum: await fingerprintOf(made) };
    } finally {
      await made.close();
    }
  }

  /** Of what was made before, the last is kept: places in it may still have to be carried over. */
  private async keep(file: File, wanted: string, { recipe, size, checksum, told }: Kept): Promise<void> {
    const of = kepubOf(file);
    const before = await this.database.convertedFiles.of(of);
    await this.database.convertedFiles.succeed(of, wanted, { recipe, size, checksum, ...told });
    const outdated = before?.earlierRecipe;
    if (outdated && !(await this.database.convertedFiles.isUsed(file.fingerprint, outdated)))
      await this.data.remove(convertedPath(file, 'kepub', outdated));
  }
}

/** What there is now, and what to tell of it. */
type Kept = Made & { told: Told };

function keptFrom({ recipe, size, checksum, problemDetail, remark }: ConvertedFile): Kept {
  return { recipe: recipe!, size: size!, checksum: checksum!, told: { problemDetail, remark } };
}
