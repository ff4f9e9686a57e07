import { Injectable } from '@nestjs/common';
import type { audibleSync, JobContext, PayloadOf, Processor, ResultOf } from '@octavo/contracts';
import { type BoughtSeries, Database, type ListedVolume } from '@octavo/database';
import { AudibleAccounts } from '@octavo/remote';
import {
  type AudibleClient,
  AudibleError,
  itemContext,
  readItem,
  readProducts,
  readSeriesVolumes,
} from '@octavo/sources';

type Job = typeof audibleSync.jobs.listSeries;

const AT_ONCE = 50;
const GROUPS = 'product_attrs,product_desc';

/** Asks what volumes series have of which something was bought, for what is not yet in the library. */
@Injectable()
export class ListSeries implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly accounts: AudibleAccounts,
  ) {}

  async process(_payload: PayloadOf<Job>, { progress, signal }: JobContext): Promise<ResultOf<Job>> {
    let [listed, failed] = [0, 0];
    const { seriesListings } = this.database;
    for (let due = await seriesListings.due(AT_ONCE); due.length > 0; due = await seriesListings.due(AT_ONCE)) {
      const clients = new Map<string, AudibleClient>();
      for (const series of due) {
        signal.throwIfAborted();
        const volumes = await this.volumesOf(series, clients, signal);
        if (volumes === 'stop') return { listed, failed };
        if (volumes) await seriesListings.put(series, volumes);
        else await seriesListings.failed(series);
        [listed, failed] = volumes ? [listed + 1, failed] : [listed, failed + 1];
        progress(listed, null);
      }
    }
    return { listed, failed };
  }

  /** Undefined where the series gave no answer; 'stop' where nobody is to be asked now. */
  private async volumesOf(
    series: BoughtSeries,
    clients: Map<string, AudibleClient>,
    signal: AbortSignal,
  ): Promise<ListedVolume[] | 'stop' | undefined> {
    try {
      const client = clients.get(series.storeId) ?? (await this.clientOf(series));
      clients.set(series.storeId, client);
      return await volumesIn(client, series, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof AudibleError)) throw error;
      return error.reason === 'reauth_required' || error.reason === 'throttled' ? 'stop' : undefined;
    }
  }

  private async clientOf({ storeId }: BoughtSeries): Promise<AudibleClient> {
    const store = await this.database.audibleStores.find(storeId);
    if (!store) throw new AudibleError('reauth_required');
    return this.accounts.clientOf(store.account, store.country);
  }
}

async function volumesIn(client: AudibleClient, { asin }: BoughtSeries, signal: AbortSignal): Promise<ListedVolume[]> {
  const volumes = (await readSeriesVolumes(client, asin, signal)) ?? [];
  const products = await readProducts(
    client,
    volumes.map((volume) => volume.asin),
    GROUPS,
    signal,
  );
  return volumes.flatMap(({ asin: number, title, sequence }) => {
    const reading = readItem(products.get(number), itemContext(GROUPS));
    const told = reading.kind === 'item' ? reading.item : undefined;
    const name = told?.title ?? title;
    if (name === null) return [];
    return [
      {
        asin: number,
        title: name,
        sequence,
        releaseDate: told?.releaseDate?.date ?? null,
        language: told?.language ?? null,
      },
    ];
  });
}
