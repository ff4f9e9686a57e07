import { ActionIcon, Group, Kbd, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { counted } from '../libraries/library-words.js';

interface PlaceBarProps {
  /** Where one is, from 0, in a list of so many. */
  at: number;
  count: number;
  /** How many there are with those that come later. */
  total: number;
  /** What one answers about: "book". */
  thing: string;
  onMove: (by: number) => void;
}

/** Where one is among what waits for an answer, and the way to the one before and the next. */
export function PlaceBar({ at, count, total, thing, onMove }: PlaceBarProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed" className="number" role="status" data-testid="review-place">
        {at + 1} of {counted(count, thing)}
        {total > count && `; ${(total - count).toLocaleString('en-GB')} more come when these are answered`}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" c="dimmed" visibleFrom="sm">
          <Kbd>?</Kbd> for the keys
        </Text>
        <Step words={`The ${thing} before`} disabled={at === 0} onClick={() => onMove(-1)} Icon={IconChevronLeft} />
        <Step
          words={`The next ${thing}`}
          disabled={at === count - 1}
          onClick={() => onMove(1)}
          Icon={IconChevronRight}
        />
      </Group>
    </Group>
  );
}

interface StepProps {
  words: string;
  disabled: boolean;
  onClick: () => void;
  Icon: typeof IconChevronLeft;
}

function Step({ words, disabled, onClick, Icon }: StepProps) {
  return (
    <ActionIcon variant="default" size={36} aria-label={words} title={words} disabled={disabled} onClick={onClick}>
      <Icon size={20} />
    </ActionIcon>
  );
}
