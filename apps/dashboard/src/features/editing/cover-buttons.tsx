import { Button, Text } from '@mantine/core';
import { IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import classes from './cover-line.module.css';
import type { CoverChoice } from './use-cover-choice.js';

/** Of these the server takes covers; phones make one of them of whatever their camera keeps. */
const PICTURES = 'image/jpeg,image/png,image/webp,image/gif';

interface CoverButtonsProps {
  /** The button that is always there. */
  ref: Ref<HTMLButtonElement>;
  choice: CoverChoice;
  hasCover: boolean;
}

/** The ways to another cover, or none. While one is under way they keep the focus, and do nothing. */
export function CoverButtons({ ref, choice: { choose, takeAway, isPending }, hasCover }: CoverButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  const waits = { 'aria-disabled': isPending, 'data-disabled': isPending || undefined };
  return (
    <div className={classes.buttons}>
      <Button
        ref={ref}
        {...waits}
        size="xs"
        variant="default"
        leftSection={<IconPhoto size={16} stroke={1.6} />}
        onClick={() => !isPending && input.current?.click()}
      >
        Choose a picture…
      </Button>
      {hasCover && (
        <Button
          {...waits}
          size="xs"
          variant="default"
          leftSection={<IconPhotoOff size={16} stroke={1.6} />}
          onClick={takeAway}
        >
          Take it away
        </Button>
      )}
      <Text size="xs" c="dimmed" visibleFrom="sm">
        or drop one here
      </Text>
      <input
        ref={input}
        type="file"
        accept={PICTURES}
        hidden
        data-testid="cover-input"
        onChange={({ currentTarget }) => {
          const [picture] = currentTarget.files ?? [];
          if (picture) choose(picture);
          // The same file again is a change again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
