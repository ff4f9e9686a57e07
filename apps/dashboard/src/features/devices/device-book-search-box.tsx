import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';

interface DeviceBookSearchBoxProps {
  q: string;
  onSearch: (q: string) => void;
}

const PAUSE_IN_TYPING = 250;

/** Searches a device's books while one types. `/` comes here from anywhere, Escape empties it. */
export function DeviceBookSearchBox({ q, onSearch }: DeviceBookSearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  const searchSoon = useDebouncedCallback(onSearch, PAUSE_IN_TYPING);
  useHotkeys([['/', () => input.current?.select()]]);
  const [known, setKnown] = useState(q);
  // The address also changes by other means: the back button, "Show all books".
  if (q !== known) {
    setKnown(q);
    if (text.trim() !== q) setText(q);
  }
  const search = (next: string) => {
    setText(next);
    searchSoon(next.trim());
  };
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label="Search the books of this device"
      placeholder="Title, author or series"
      value={text}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') searchSoon.flush();
        if (event.key === 'Escape') search('');
      }}
      leftSection={<IconSearch size={18} stroke={1.6} />}
      rightSection={text !== '' && <CloseButton aria-label="Clear" onClick={() => search('')} />}
      maxLength={200}
      enterKeyHint="search"
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
