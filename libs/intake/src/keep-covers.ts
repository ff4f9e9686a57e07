import { Injectable } from '@nestjs/common';
import type { CoverRow } from '@octavo/database';
import type { CoverImage } from '@octavo/domain';
import { coverPath, DataFiles, fingerprintOfBytes } from '@octavo/storage';

/** Keeps the bytes of covers, each once. */
@Injectable()
export class KeepCovers {
  constructor(private readonly data: DataFiles) {}

  /** Gives what is to be noted of it; its id is the fingerprint of its bytes. */
  async keep({ bytes, mediaType, width, height }: CoverImage): Promise<CoverRow> {
    const id = fingerprintOfBytes(bytes);
    const path = coverPath(id);
    const size = bytes.byteLength;
    if ((await this.data.size(path)) !== size) await this.data.writeBytes(path, bytes);
    return { id, mediaType, width, height, size };
  }
}
