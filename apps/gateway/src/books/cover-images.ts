import { Injectable } from '@nestjs/common';
import { renderCover } from '@octavo/converters';
import { Database } from '@octavo/database';
import { type CoverSize, DomainError, isKeptCoverSize } from '@octavo/domain';
import { coverPath, DataFiles, type DataPath, sizedCoverPath } from '@octavo/storage';

export interface CoverBytes {
  bytes: Uint8Array;
  mediaType: string;
}

/** Covers in any size: from those made ahead, else made now; usual sizes are kept. */
@Injectable()
export class CoverImages {
  constructor(
    private readonly database: Database,
    private readonly data: DataFiles,
  ) {}

  /** The cover as it was found. Throws 'cover.not-found'. */
  async original(coverId: string): Promise<CoverBytes> {
    const cover = await this.database.covers.find(coverId);
    if (!cover) throw new DomainError('cover.not-found');
    return { bytes: await this.read(coverPath(coverId)), mediaType: cover.mediaType };
  }

  /** As a JPEG that fits into a box of pixels, never enlarged. Throws 'cover.not-found'. */
  async sized(coverId: string, size: CoverSize, options: { grey?: boolean; quality?: number } = {}): Promise<CoverBytes> {
    const usual = isKeptCoverSize(size) && !options.grey;
    const path = sizedCoverPath(coverId, size.width, size.height);
    if (usual && (await this.data.size(path)) !== undefined) {
      return { bytes: await this.read(path), mediaType: 'image/jpeg' };
    }
    const bytes = await renderCover((await this.original(coverId)).bytes, { ...size, ...options });
    if (usual) await this.data.writeBytes(path, bytes);
    return { bytes, mediaType: 'image/jpeg' };
  }

  private async read(path: DataPath): Promise<Uint8Array> {
    const file = await this.data.open(path).catch((error: unknown) => {
      throw new DomainError('cover.not-found', 'The cover is not where it was kept', { cause: error });
    });
    try {
      return await file.read(0, file.size);
    } finally {
      await file.close();
    }
  }
}
