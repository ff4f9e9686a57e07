import type { Problem } from '@octavo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { problemOf, tell } from '../../api.js';
import { bookQuery } from '../books/books.queries.js';
import { sendCover } from './send-cover.js';

/** A picture on its way, in bytes. */
export interface PictureSent {
  name: string;
  size: number;
  sent: number;
}

export interface CoverChoice {
  choose: (picture: File) => void;
  takeAway: () => void;
  /** Undefined while none is on its way. */
  sending: PictureSent | undefined;
  isPending: boolean;
  /** Why the last one was not taken. */
  problem: Problem | undefined;
}

/**
 * The cover of a book as somebody wants it, which takes effect at once. Leaving the dialog gives up what is not sent yet.
 * `onTakenAway` is called when there is no cover any more.
 */
export function useCoverChoice(bookId: string, onTakenAway: () => void): CoverChoice {
  const [sending, setSending] = useState<PictureSent>();
  const underWay = useRef<AbortController>(null);
  const lookAgain = useLookAgain(bookId);
  useEffect(() => () => underWay.current?.abort(), []);

  const putting = useMutation({
    mutationFn: ({ picture, signal }: { picture: File; signal: AbortSignal }) => {
      const told = (sent: number) => setSending({ name: picture.name, size: picture.size, sent });
      told(0);
      return sendCover(picture, bookId, { signal, onProgress: told });
    },
    onSuccess: lookAgain,
    onSettled: () => setSending(undefined),
    meta: { showsProblem: true, done: 'The cover is changed' },
  });
  const taking = useMutation({
    mutationFn: () => tell(`/api/books/${encodeURIComponent(bookId)}/cover`, { method: 'DELETE' }),
    onSuccess: async () => {
      await lookAgain();
      onTakenAway();
    },
    meta: { showsProblem: true, done: 'The cover is taken away' },
  });

  const isPending = putting.isPending || taking.isPending;
  const choose = (picture: File) => {
    if (isPending) return;
    taking.reset();
    underWay.current = new AbortController();
    putting.mutate({ picture, signal: underWay.current.signal });
  };
  const takeAway = () => {
    if (isPending) return;
    putting.reset();
    taking.mutate();
  };
  const error = putting.error ?? taking.error;
  return { choose, takeAway, sending, isPending, problem: error ? problemOf(error) : undefined };
}

function useLookAgain(bookId: string): () => Promise<unknown> {
  const queryClient = useQueryClient();
  const keys = [bookQuery(bookId).queryKey, ['books', 'list']];
  return () => Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
