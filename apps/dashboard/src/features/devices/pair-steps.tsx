import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { CopyLines } from '../../ui/copy-lines.js';
import { TextLink } from '../../ui/text-link.js';
import { koboLines, onlyReachesItself } from './kobo-settings.js';

/** What to do with the cable, the folder and the file, one step at a time. */
export function PairSteps({ apiEndpoint, onDone }: { apiEndpoint: string; onDone: () => void }) {
  return (
    <Stack>
      {onlyReachesItself(apiEndpoint) && <UnreachableWarning />}
      <List type="ordered" spacing="sm" size="sm">
        <List.Item>Connect the Kobo to a computer by USB and tap “Connect” on its screen.</List.Item>
        <List.Item>
          On its drive, open the hidden folder <Code>.kobo</Code> and in it <Code>Kobo</Code>.
          <Text size="xs" c="dimmed" mt={2}>
            To see hidden folders: Windows, View › Hidden items; macOS, Cmd+Shift+full stop; Linux, Ctrl+H.
          </Text>
        </List.Item>
        <List.Item>
          Open <Code>Kobo eReader.conf</Code> with a plain text editor. Keep a copy of it, in case you want to go back.
        </List.Item>
        <List.Item>
          Under <Code>[OneStoreServices]</Code>, replace the line that begins with <Code>api_endpoint=</Code> by the one
          below, and nothing else. If that section is not there, add both lines at the end.
        </List.Item>
      </List>
      <CopyLines lines={koboLines(apiEndpoint)} testId="device-endpoint" />
      <List type="ordered" start={5} spacing="sm" size="sm">
        <List.Item>Save the file, eject the drive and unplug the cable.</List.Item>
        <List.Item>With Wi-Fi on, tap the sync button of the Kobo. Your books appear.</List.Item>
      </List>
      <Text size="sm" c="dimmed">
        The address holds this device’s key, so treat it like a password. It is not shown again: if it is lost, revoke
        the device and pair it anew.
      </Text>
      <Text size="sm">
        It does not sync? The <TextLink to="/devices/doctor">Kobo doctor</TextLink> looks for what is in the way. Copy
        the lines above first.
      </Text>
      <Group justify="flex-end">
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}

function UnreachableWarning() {
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} title="A device cannot reach this address">
      It means “this machine” to whoever uses it, so the Kobo would look for the library within itself. Set{' '}
      <Code>PUBLIC_URL</Code> to the server’s address in your network (for example <Code>http://192.168.1.20:8080</Code>
      ) and <Code>HOST</Code> to <Code>0.0.0.0</Code>, restart the server, revoke this device and pair it again.
    </Alert>
  );
}
