import { Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BackLink } from '../../ui/back-link.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { ShelfMenu } from './shelf-menu.js';
import { shelvesQuery } from './shelves.queries.js';

/** What stands above a shelf's books: its name and its menu. */
export function ShelfHeading({ shelfId }: { shelfId: string }) {
  const shelves = useQuery(shelvesQuery);
  const navigate = useNavigate();
  const shelf = shelves.data?.items.find(({ id }) => id === shelfId);
  const name = shelf?.name ?? (shelves.data ? 'This shelf is gone' : 'Shelf');
  return (
    <div>
      <BackLink to="/shelves">Shelves</BackLink>
      <Group justify="space-between" wrap="nowrap" mih={44}>
        <Title order={1} size="h2" className="unbroken" data-testid="shelf-name">
          {name}
        </Title>
        {shelf && <ShelfMenu shelf={shelf} onRemoved={() => void navigate({ to: '/shelves' })} />}
      </Group>
      {shelves.error && !shelves.data && <ProblemNotice error={shelves.error} retry={() => void shelves.refetch()} />}
    </div>
  );
}
