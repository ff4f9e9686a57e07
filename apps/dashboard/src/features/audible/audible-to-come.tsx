import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../../ui/text-link.js';
import { accountsQuery } from './audible.queries.js';

/** For a library without books: that an account at Audible can be connected; nothing where one is. */
export function AudibleToCome() {
  if (useQuery(accountsQuery).data?.items.length !== 0) return null;
  return (
    <Text size="sm" c="dimmed">
      You listen at Audible?{' '}
      <TextLink to="/audible" search={{}}>
        Connect your account
      </TextLink>
    </Text>
  );
}
