import { ActionIcon } from '@mantine/core';
import type { BookDetail } from '@octavo/contracts';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { FormField } from './book-form.js';
import { usePatchBook } from './editing.queries.js';

interface FieldLockProps {
  book: Pick<BookDetail, 'id' | 'provenance'>;
  part: FormField | 'cover';
  /** What the field is called. */
  label: string;
}

/** Whether only a person changes a field. It is set at once: nothing else has to be saved for it. */
export function FieldLock({ book, part, label }: FieldLockProps) {
  const isLocked = book.provenance[part]?.locked ?? false;
  const lock = usePatchBook(book.id, { done: isLocked ? `${label} is unlocked` : `${label} is locked` });
  const title = isLocked
    ? 'Locked: neither files nor providers change it'
    : 'Not locked: files and providers may change it';
  return (
    <ActionIcon
      variant={isLocked ? 'light' : 'subtle'}
      color={isLocked ? undefined : 'gray'}
      size={34}
      aria-label={`Lock ${label}`}
      aria-pressed={isLocked}
      title={title}
      loading={lock.isPending}
      onClick={() => lock.mutate({ locks: { [part]: !isLocked } })}
    >
      {isLocked ? <IconLock size={18} stroke={1.8} /> : <IconLockOpen size={18} stroke={1.6} />}
    </ActionIcon>
  );
}
