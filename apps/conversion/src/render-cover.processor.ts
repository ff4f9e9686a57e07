import { Injectable } from '@nestjs/common';
import { conversion, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { renderCover } from '@octavo/converters';
import { PREPARED_COVER_SIZES } from '@octavo/domain';
import { coverPath, DataFiles, sizedCoverPath } from '@octavo/storage';
import { DomainError } from '@octavo/domain';

type Job = typeof conversion.jobs.renderCover;

/** Makes the sizes of a cover that somebody is sure to ask for. */
@Injectable()
export class RenderCover implements Processor<Job> {
  constructor(private readonly data: DataFiles) {}

  async process({ coverId }: PayloadOf<Job>): Promise<ResultOf<Job>> {
    const size = await this.data.size(coverPath(coverId));
    if (size === undefined) throw new DomainError('cover.not-found');
    const original = await this.readAll(coverId, size);
    for (const box of PREPARED_COVER_SIZES) {
      const path = sizedCoverPath(coverId, box.width, box.height);
      if ((await this.data.size(path)) === undefined)
        await this.data.writeBytes(path, await renderCover(original, box));
    }
    return { sizes: PREPARED_COVER_SIZES.length };
  }

  private async readAll(coverId: string, size: number): Promise<Uint8Array> {
    const file = await this.data.open(coverPath(coverId));
    try {
      return await file.read(0, size);
    } finally {
      await file.close();
    }
  }
}
