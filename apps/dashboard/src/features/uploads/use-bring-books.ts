import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announceProblem } from '../../ui/announce.js';
import { librariesQuery } from '../libraries/libraries.queries.js';
import type { Brought } from './brought-files.js';
import { passedOver } from './upload-words.js';
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
  const bring = ({ books, others }: Brought) => {
    if (others.length > 0) announceProblem(passedOver(others));
    const target = libraryId ?? only;
    if (target === undefined) setChoosing(books);
    else uploadQueue.add(books, target);
  };
  const choose = (chosen: string | undefined) => {
    if (chosen !== undefined) uploadQueue.add(choosing, chosen);
    setChoosing([]);
  };
  return { bring, choosing, choose };
}
