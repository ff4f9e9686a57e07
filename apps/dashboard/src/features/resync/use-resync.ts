import { BookDetail, BookResync, FileResync } from '@octavo/contracts';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { ask } from '../../api.js';
import { announce, announceFaults } from '../../ui/announce.js';
import { bookQuery } from '../books/books.queries.js';
import { counted } from '../libraries/library-words.js';
import { goneWords, resyncWords } from './resync-words.js';

/** Reads all files of a book anew; with `refresh`, they are believed over everything that is not locked. */
export function useResyncBook(bookId: string) {
  const { before, keep, leave } = useBookInHand(bookId);
  return useMutation({
    mutationKey: ['resync', bookId],
    mutationFn: async (refresh: boolean) => {
      const known = before();
      return { known, result: await ask(BookResync, `/api/books/${bookId}/resync`, post(refresh)) };
    },
    onSuccess: ({ known, result }) => {
      if ('deleted' in result) {
        announce(goneWords('book', true));
        return leave();
      }
      const { errors, ...book } = result;
      keep(book);
      announce(resyncWords(known, book));
      const faults = errors.map(({ path, detail }) => ({ name: path, detail }));
      if (faults.length > 0) announceFaults(`${counted(faults.length, 'file')} could not be read`, faults);
    },
  });
}

/** The same for one of its files. */
export function useResyncFile(bookId: string, fileId: string) {
  const { before, keep, leave } = useBookInHand(bookId);
  return useMutation({
    mutationKey: ['resync', bookId, fileId],
    mutationFn: async (refresh: boolean) => {
      const known = before();
      const result = await ask(FileResync, `/api/files/${fileId}/resync`, post(refresh));
      const isBookGone = 'deleted' in result && result.bookDeleted;
      return { known, result, book: isBookGone ? undefined : await ask(BookDetail, `/api/books/${bookId}`) };
    },
    onSuccess: ({ known, result, book }) => {
      if (book) keep(book);
      if ('deleted' in result) announce(goneWords('file', result.bookDeleted));
      else if (book) announce(resyncWords(known, book));
      return book ? undefined : leave();
    },
  });
}

/** Whether files of a book are being read anew, asked for anywhere in this page. */
export function useIsResyncing(bookId: string): boolean {
  return useIsMutating({ mutationKey: ['resync', bookId] }) > 0;
}

const post = (refresh: boolean) => ({ method: 'POST', body: { refresh } }) as const;

function useBookInHand(bookId: string) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { queryKey } = bookQuery(bookId);
  return {
    before: () => queryClient.getQueryData(queryKey),
    keep: (book: BookDetail) => {
      queryClient.setQueryData(queryKey, book);
      void queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: ['books', 'list'] });
    },
    /** The book is gone: back to the list, if one is still looking at it. */
    leave: async () => {
      if (router.latestLocation.pathname === `/books/${bookId}`) await router.navigate({ to: '/' });
      queryClient.removeQueries({ queryKey });
      await queryClient.invalidateQueries({ queryKey: ['books', 'list'] });
    },
  };
}
