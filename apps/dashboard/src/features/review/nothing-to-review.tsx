import { Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NothingHere } from '../../ui/nothing-here.js';
import { TextLink } from '../../ui/text-link.js';
import { counted } from '../libraries/library-words.js';
import { enrichmentCountsQuery, providersQuery } from '../providers/providers.queries.js';
import { useIsAdmin } from '../session/session.queries.js';

/** Nobody is asked anything: what that means, and where to say who looks for more about books. */
export function NothingToReview() {
  const providers = useQuery(providersQuery).data?.items;
  const wanted = useQuery(enrichmentCountsQuery).data?.wanted ?? 0;
  const isAdmin = useIsAdmin();
  const nobodyAsked = providers?.every(({ onFor }) => onFor.length === 0) ?? false;
  return (
    <NothingHere icon={<IconChecklist size={56} stroke={1.2} />} title="Nothing waits for you">
      <Text c="dimmed">
        Where a provider such as Open Library is sure which book it has found, what it knows is taken by itself. Where
        it may be another edition, or another book, it waits here for your word.
      </Text>
      {wanted > 0 && (
        <Text role="status" className="number">
          {counted(wanted, 'book')} {wanted === 1 ? 'is' : 'are'} still being asked about.
        </Text>
      )}
      {nobodyAsked && <Text>At the moment nobody is asked: no provider is switched on.</Text>}
      <Text size="sm">
        <TextLink to="/settings/metadata">{isAdmin ? 'Choose who is asked' : 'See who is asked'}</TextLink>
      </Text>
    </NothingHere>
  );
}
