import { Group, Stack, Text, Title } from '@mantine/core';
import type { Device } from '@octavo/contracts';
import { TextLink } from '../../ui/text-link.js';
import { DeviceFacts, modelWords } from './device-facts.js';
import { DeviceMenu } from './device-menu.js';

/** One device: what it is, when it last called, what it gets and how much of that it has. */
export function DevicePanel({ device }: { device: Device }) {
  const { id, name } = device;
  return (
    <li className="panel" data-testid="device">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Title order={2} size="h4" className="unbroken">
              <TextLink to="/devices/$deviceId" params={{ deviceId: id }} inherit>
                {name}
              </TextLink>
            </Title>
            <Text size="sm" c="dimmed">
              {modelWords(device)}
            </Text>
          </div>
          <DeviceMenu device={device} />
        </Group>
        <DeviceFacts device={device} />
        <TextLink to="/devices/$deviceId" params={{ deviceId: id }} size="sm" aria-label={`The books of ${name}`}>
          Its books and its last sync
        </TextLink>
      </Stack>
    </li>
  );
}
