import { Progress, type ProgressRootProps } from '@mantine/core';

interface ProgressBarProps extends Omit<ProgressRootProps, 'children'> {
  /** What comes on, for the ear. */
  label: string;
  /** How far it is; undefined where that is not known. */
  percent: number | undefined;
}

/** How far something has come; without a known end, only that it moves, and no number is read aloud. */
export function ProgressBar({ label, percent, ...others }: ProgressBarProps) {
  const known = percent !== undefined;
  return (
    <Progress.Root {...others}>
      <Progress.Section
        value={known ? Math.round(percent) : 100}
        animated={!known}
        withAria={known}
        role="progressbar"
        aria-label={label}
      />
    </Progress.Root>
  );
}
