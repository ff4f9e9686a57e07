import { ActionIcon, Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ProgressBar } from '../../ui/progress-bar.js';
import { canRetry, isUnsent, mostInteresting, summaryOf, type Upload } from './upload-list.js';
import { UploadRow } from './upload-row.js';
import classes from './upload-tray.module.css';
import { summaryWords } from './upload-words.js';
import { uploadQueue } from './uploads.js';

const MOST_SHOWN = 50;

/** What is being added, how far it is, and what became of it; folded to one line by who needs the room. */
export function UploadTray({ uploads }: { uploads: readonly Upload[] }) {
  const [open, setOpen] = useState(true);
  const summary = summaryOf(uploads);
  const shown = mostInteresting(uploads, MOST_SHOWN);
  const words = summaryWords(summary);
  const over = summary.ended === summary.total;
  // Announcements make room for it (ui/announcements.module.css).
  return (
    <section className={classes.tray} aria-label="Uploads" data-testid="uploads" data-lower-corner>
      <div className={classes.head}>
        <Text fw={550} size="sm" role="status" className={`number ${classes.summary}`}>
          {words}
        </Text>
        <AllOfThem uploads={uploads} />
        <Fold open={open} onFold={() => setOpen(!open)} />
        {over && (
          <ActionIcon variant="subtle" color="gray" size={32} aria-label="Close" onClick={() => uploadQueue.clear()}>
            <IconX size={18} />
          </ActionIcon>
        )}
      </div>
      {!over && <ProgressBar label={words} percent={summary.percent} size="xs" />}
      {open && (
        <ul className={classes.rows}>
          {shown.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
          {shown.length < uploads.length && (
            <Text component="li" size="sm" c="dimmed" py="xs" className="number">
              and {(uploads.length - shown.length).toLocaleString('en-GB')} more
            </Text>
          )}
        </ul>
      )}
    </section>
  );
}

/** What can be done about all files at once; of a single one, its own button does it. */
function AllOfThem({ uploads }: { uploads: readonly Upload[] }) {
  if (uploads.length === 1) return null;
  const unsent = uploads.some(isUnsent);
  const again = uploads.some((upload) => upload.state === 'failed' && canRetry(upload));
  if (!unsent && !again) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color={unsent ? 'gray' : undefined}
      onClick={() => (unsent ? uploadQueue.cancelAll() : uploadQueue.retryFailed())}
    >
      {unsent ? 'Cancel all' : 'Try again'}
    </Button>
  );
}

function Fold({ open, onFold }: { open: boolean; onFold: () => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={open ? 'Fold the uploads' : 'Show the uploads'}
      aria-expanded={open}
      onClick={onFold}
    >
      {open ? <IconChevronDown size={18} /> : <IconChevronUp size={18} />}
    </ActionIcon>
  );
}
