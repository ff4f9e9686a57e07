import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../ui/section.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { providersQuery } from './providers.queries.js';

/** Who is asked about books in short, for whoever looks for it among the settings. */
export function MetadataLink() {
  const providers = useQuery(providersQuery);
  const about = (
    <>
      Who is asked for more about books, and what is taken of it. It has{' '}
      <TextLink to="/settings/metadata">a page of its own</TextLink>.
    </>
  );
  return (
    <Section title="Metadata" about={about}>
      <WhenLoaded query={providers} waiting={<Text size="sm">Loading…</Text>}>
        {({ items }) => {
          const names = items.filter(({ onFor }) => onFor.length > 0).map(({ name }) => name);
          return <Text size="sm">{names.length === 0 ? 'Nobody is asked.' : `Asked: ${names.join(', ')}.`}</Text>;
        }}
      </WhenLoaded>
    </Section>
  );
}
