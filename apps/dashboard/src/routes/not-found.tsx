import { Center } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconMapOff } from '@tabler/icons-react';
import { NothingHere } from '../ui/nothing-here.js';
import { TextLink } from '../ui/text-link.js';

/** An address that no page has. */
export function NotFound() {
  useDocumentTitle('Not found · Octavo');
  return (
    <Center component="main" mih="80dvh">
      <NothingHere icon={<IconMapOff size={56} stroke={1.2} />} title="There is nothing at this address">
        <TextLink to="/">To the library</TextLink>
      </NothingHere>
    </Center>
  );
}
