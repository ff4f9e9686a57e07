import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface SearchBoxProps {
  /** What the address says is searched for. */
  q: string;
  onSearch: (q: string) => void;
}

const PAUSE_IN_TYPING = 250;

/** Searches while one types. `/` comes here from anywhere, Escape empties it and then leaves. */
export function SearchBox({ q, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  const searchSoon = useDebouncedCallback(onSearch, PAUSE_IN_TYPING);
  useHotkeys([['/', () => input.current?.select()]]);
  // The address also changes by other means: the back button, a link to an author.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(q);
  }, [q]);

  const search = (next: string) => {
    setText(next);
    searchSoon(next.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') searchSoon.flush();
    if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-book-id]')?.focus();
    if (event.key !== 'Escape') return;
    if (text === '') input.current?.blur();
    else search('');
  };
  return (
    <TextInput
      ref={input}
      data-testid="search"
      type="search"
      aria-label="Search the library"
      placeholder="Title, author or series"
      value={text}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<IconSearch size={18} stroke={1.6} />}
      rightSection={text === '' ? <Kbd visibleFrom="sm">/</Kbd> : <CloseButton aria-label="Clear" onClick={() => search('')} />}
      maxLength={200}
      enterKeyHint="search"
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
