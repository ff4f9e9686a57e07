import { Text } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { NothingHere } from '../../ui/nothing-here.js';
import { TextLink } from '../../ui/text-link.js';

/** A shelf with no books on it: how they come there. */
export function EmptyShelf() {
  return (
    <NothingHere icon={<IconBookmark size={56} stroke={1.2} />} title="Nothing stands here">
      <Text c="dimmed">
        Open a book <TextLink to="/">in the library</TextLink> and put it on this shelf there, or add it to the
        collection on a Kobo.
      </Text>
    </NothingHere>
  );
}
