import { ActionIcon, Progress, Text } from '@mantine/core';
import { IconReload, IconX } from '@tabler/icons-react';
import { TextLink } from '../../ui/text-link.js';
import { canRetry, isUnsent, type Upload } from './upload-list.js';
import classes from './upload-tray.module.css';
import { uploadWords } from './upload-words.js';
import { uploadQueue } from './uploads.js';

/** One file: how far it is, the book it became, or why it became none. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { id, name, state, book } = upload;
  return (
    <li className={classes.row} data-testid="upload" data-state={state}>
      <div className={classes.words}>
        <Text size="sm" className={classes.name} title={name}>
          {book ? (
            <TextLink to="/books/$bookId" params={{ bookId: book.id }} inherit>
              {book.title}
            </TextLink>
          ) : (
            name
          )}
        </Text>
        <Text size="xs" c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} className="number unbroken">
          {uploadWords(upload)}
        </Text>
        {state === 'sending' && <SendingBar upload={upload} />}
      </div>
      {isUnsent(upload) && (
        <ActionIcon variant="subtle" color="gray" aria-label={`Cancel ${name}`} onClick={() => uploadQueue.cancel(id)}>
          <IconX size={16} />
        </ActionIcon>
      )}
      {canRetry(upload) && (
        <ActionIcon variant="subtle" aria-label={`Try ${name} again`} onClick={() => uploadQueue.retry(id)}>
          <IconReload size={16} />
        </ActionIcon>
      )}
    </li>
  );
}

function SendingBar({ upload: { name, sent, size } }: { upload: Upload }) {
  const percent = size === 0 ? 100 : (100 * sent) / size;
  return <Progress value={percent} size={3} mt={4} animated={sent >= size} aria-label={`Sending ${name}`} />;
}
