import { Inject, Injectable } from '@nestjs/common';
import { METADATA_SETTINGS, MetadataSettings, type ProviderChoice, type ProviderName } from '@octavo/contracts';
import { Database } from '@octavo/database';
import type { Medium, MergeRules, MetadataField } from '@octavo/domain';
import { CONFIG, type Config, providerAddresses } from '@octavo/platform';
import { isSwitchedOn, type ProviderId, providers } from '@octavo/providers';
import type { EnabledProvider } from '../finding/search.js';

/** Of which fields a provider's word is taken. */
export type FieldsTaken = ReadonlyMap<ProviderId, readonly (MetadataField | 'cover')[]>;

/** Whom to ask about a book, and what is taken of what they say. */
export interface Plan {
  providers: EnabledProvider[];
  completeMissing: boolean;
  /** What is taken of each provider's word; of those that are missing, everything. */
  fields: FieldsTaken;
  rules: MergeRules;
  /** Whether found covers may take the place of those in files. */
  coverOverrides: boolean;
}

/** What the settings of people and of the operator come to. */
@Injectable()
export class Plans {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async settings(): Promise<MetadataSettings> {
    return MetadataSettings.parse((await this.database.settings.get(METADATA_SETTINGS)) ?? {});
  }

  async of(medium: Medium): Promise<Plan> {
    const { ebooks, audiobooks, completeMissing, overrides, joinSubjects } = await this.settings();
    const order = medium === 'audiobook' ? audiobooks : ebooks;
    return {
      providers: order.filter((choice) => this.isOn(choice)).map((choice) => this.enabled(choice)),
      completeMissing,
      fields: new Map(order.flatMap(({ id, fields }) => (fields === null ? [] : [[id, fields]]))),
      coverOverrides: overrides.includes('cover'),
      rules: {
        mode: 'normal',
        enrichmentOverrides: overrides.filter((field) => field !== 'cover'),
        providerOrder: order.map(({ id }) => id),
        joinSubjects,
      },
    };
  }

  /** A provider by its name, as it is set. */
  enabled({ id, market }: Pick<ProviderChoice, 'id' | 'market'>): EnabledProvider {
    const baseUrl = this.baseUrl(id);
    const settings = { ...(baseUrl !== undefined && { baseUrl }), ...(market !== null && { market }) };
    return { provider: providers[id], settings };
  }

  private isOn({ id, on }: ProviderChoice): boolean {
    return isSwitchedOn(on, providers[id], this.baseUrl(id));
  }

  private baseUrl(id: ProviderName): string | undefined {
    return providerAddresses(this.config)[id];
  }
}
