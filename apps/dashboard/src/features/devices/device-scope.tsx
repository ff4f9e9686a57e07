import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Device } from '@octavo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEveryLibrary } from '../servers/use-every-library.js';
import { shelvesQuery } from '../shelves/shelves.queries.js';
import { ScopeDialog } from './scope-dialog.js';
import { scopeWords } from './scope-words.js';

/** Which books a device gets, and the way to change that. */
export function DeviceScope({ device }: { device: Device }) {
  const [choosing, choose] = useDisclosure(false);
  const { kind } = device.scope;
  const libraries = useEveryLibrary(kind === 'libraries').data?.items;
  const shelves = useQuery({ ...shelvesQuery, enabled: kind === 'shelves' }).data?.items;
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <Text size="sm" className="unbroken" data-testid="scope">
        {scopeWords(device.scope, { libraries, shelves })}
      </Text>
      <Button
        variant="default"
        size="xs"
        style={{ flexShrink: 0 }}
        aria-label={`Choose what ${device.name} gets`}
        onClick={choose.open}
      >
        Choose books
      </Button>
      {choosing && <ScopeDialog device={device} onClose={choose.close} />}
    </Group>
  );
}
