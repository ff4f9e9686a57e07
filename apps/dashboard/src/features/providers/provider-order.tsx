import type { MetadataSettings, ProviderHealth } from '@octavo/contracts';
import type { Medium } from '@octavo/domain';
import { Section } from '../../ui/section.js';
import { ORDER_OF } from './change-order.js';
import classes from './provider-order.module.css';
import { ProviderRow } from './provider-row.js';

interface ProviderOrderProps {
  medium: Medium;
  title: string;
  settings: MetadataSettings;
  providers: readonly ProviderHealth[];
}

/** Who is asked about the books of a medium, the most trusted first. */
export function ProviderOrder({ medium, title, settings, providers }: ProviderOrderProps) {
  const order = settings[ORDER_OF[medium]];
  return (
    <Section title={title} about="In this order: where several know a book, the first counts most.">
      <ol className={`panel ${classes.order}`} data-testid={`order-${medium}`}>
        {order.map((choice, index) => (
          <ProviderRow
            key={choice.id}
            medium={medium}
            choice={choice}
            health={providers.find(({ id }) => id === choice.id)}
            isFirst={index === 0}
            isLast={index === order.length - 1}
          />
        ))}
      </ol>
    </Section>
  );
}
