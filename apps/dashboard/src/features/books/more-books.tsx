import { Button, Center } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';

/** About a screen and a half before the end is reached. */
const EARLY = '1200px';

/** Fetches the next page as the end of this one comes near; a button says the same for those who do not scroll. */
export function MoreBooks({ list }: { list: UseInfiniteQueryResult }) {
  const { hasNextPage, isFetching, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = list;
  const { ref, entry } = useIntersection({ rootMargin: EARLY });
  const near = entry?.isIntersecting ?? false;
  // Not during another fetch: it would cancel a refresh, and with it the news the refresh was for.
  const wanted = near && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);

  if (isFetchNextPageError) return <ProblemNotice error={error} retry={() => void fetchNextPage()} />;
  if (!hasNextPage) return null;
  return (
    <Center ref={ref} py="md">
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        Show more
      </Button>
    </Center>
  );
}
