import { Injectable } from '@nestjs/common';
import type { JobContext } from '@octavo/contracts';
import { Database, type File } from '@octavo/database';
import { converterFor, type Converter, verifyKepub } from '@octavo/converters';
import { DomainError } from '@octavo/domain';
import { convertedPath, DataFiles, fingerprintOf } from '@octavo/storage';
import { LibraryCopies } from './library-copies.js';

/** Turns a file into a KEPUB, once per content and converter version, and notes what came of it. */
@Injectable()
export class ConvertFile {
  constructor(
    private readonly database: Database,
    private readonly copies: LibraryCopies,
    private readonly data: DataFiles,
  ) {}

  /**
   * Sees to it that the KEPUB of an EPUB is there. Throws the problem when the file cannot be converted (also when an
   * earlier try with the same converter found that out), and 'file.vanished' when no copy of it is there.
   */
  async toKepub(fileId: string, { progress, signal }: JobContext): Promise<void> {
    const file = await this.database.files.find(fileId);
    if (!file) throw new DomainError('file.not-found');
    const converter = converterFor('epub', 'kepub')!;
    const known = await this.database.files.converted(fileId, 'kepub');
    const current = known?.fingerprint === file.fingerprint && known.converterVersion === converter.version;
    if (current && known.state === 'READY' && (await this.data.size(pathOf(file, converter))) === Number(known.size))
      return;
    if (current && known.state === 'FAILED') throw failure(known);

    const row = { fileId, target: 'kepub', fingerprint: file.fingerprint, converterVersion: converter.version };
    if (!known || !current) await this.database.files.putConverted({ ...row, state: 'PENDING' });
    try {
      const { size, checksum } = await this.make(file, converter, { progress, signal });
      await this.database.files.putConverted({ ...row, state: 'READY', size, checksum });
    } catch (error) {
      if (error instanceof DomainError && (error.kind === 'corrupt' || error.kind === 'unsupported')) {
        const { code, detail } = error;
        await this.database.files.putConverted({ ...row, state: 'FAILED', problemCode: code, problemDetail: detail });
      }
      throw error;
    }
  }

  private async make(file: File, converter: Converter, how: Pick<JobContext, 'progress' | 'signal'>) {
    const path = pathOf(file, converter);
    const source = await this.copies.open(file);
    try {
      await this.data.write(path, (out) => converter.convert(source, out, how));
    } finally {
      await source.close();
    }
    const made = await this.data.open(path);
    try {
      await verifyKepub(made);
      return { size: BigInt(made.size), checksum: await fingerprintOf(made) };
    } catch (error) {
      await this.data.remove(path);
      throw error;
    } finally {
      await made.close();
    }
  }
}

const pathOf = (file: File, { version }: Converter) => convertedPath(file, 'kepub', version);

function failure({ problemDetail }: { problemDetail: string | null }): DomainError {
  return new DomainError('conversion.failed', problemDetail ?? undefined);
}
