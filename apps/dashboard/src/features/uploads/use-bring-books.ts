import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announceProblem } from '../../ui/announce.js';
import { librariesQuery } from '../libraries/libraries.queries.js';
import type { Brought } from './brought-files.js';
import { leftOut } from './passed-over.js';
import { uploadQueue } from './uploads.js';

interface BringBooks {
  /** Takes what somebody brought into the library it is meant for; asks where there is a choice. */
  bring: (brought: Brought) => void;
  /** Books that wait for the choice of a library. */
  choosing: readonly File[];
  choose: (libraryId: string | undefined) => void;
}

/** How books get from this page into a library. `libraryId`: the one they are meant for, where that is known. */
export function useBringBooks(libraryId?: string): BringBooks {
  const libraries = useQuery(librariesQuery).data?.items ?? [];
  const only = libraries.length === 1 ? libraries[0]?.id : undefined;
  const [choosing, setChoosing] = useState<readonly File[]>([]);
  const bring = (brought: Brought) => {
    for (const problem of leftOut(brought)) announceProblem(problem);
    const target = libraryId ?? only;
    // More may be brought while one is still asked about the first.
    if (target === undefined) setChoosing((waiting) => [...waiting, ...brought.books]);
    else uploadQueue.add(brought.books, target);
  };
  const choose = (chosen: string | undefined) => {
    if (chosen !== undefined) uploadQueue.add(choosing, chosen);
    setChoosing([]);
  };
  return { bring, choosing, choose };
}
