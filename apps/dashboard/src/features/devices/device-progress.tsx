import { Progress, Text } from '@mantine/core';
import type { Device } from '@octavo/contracts';

/** How far a device has come: books it may open, knows of, and has fetched. */
export function DeviceProgress({ device: { granted, acknowledged, downloaded } }: { device: Device }) {
  const share = (count: number) => (granted === 0 ? 0 : Math.min(100, (100 * count) / granted));
  const onlyKnown = Math.max(0, share(acknowledged) - share(downloaded));
  const words = `${granted} granted, ${acknowledged} acknowledged, ${downloaded} downloaded`;
  return (
    <div>
      <Progress.Root size="sm" aria-hidden="true">
        <Progress.Section value={share(downloaded)} color="petrol.6" />
        <Progress.Section value={onlyKnown} color="petrol.3" />
      </Progress.Root>
      <Text
        size="sm"
        mt={6}
        className="number"
        title="Granted: may be opened. Acknowledged: the device has proven that it knows of it. Downloaded: its file was fetched."
      >
        {words}
      </Text>
    </div>
  );
}
