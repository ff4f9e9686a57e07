import { Text } from '@mantine/core';
import { ProgressBar } from '../../ui/progress-bar.js';
import { TextLink } from '../../ui/text-link.js';
import { UploadAction } from './upload-action.js';
import type { Upload } from './upload-list.js';
import classes from './upload-tray.module.css';
import { uploadWords } from './upload-words.js';

/** One file: how far it is, the book it became, or why it became none. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { name, state, book } = upload;
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
        <Text size="xs" c={isBad(upload) ? 'var(--mantine-color-error)' : 'dimmed'} className="number unbroken">
          {uploadWords(upload)}
        </Text>
        {state === 'sending' && <SendingBar upload={upload} />}
      </div>
      <UploadAction upload={upload} />
    </li>
  );
}

const isBad = ({ state, book }: Upload) => state === 'failed' || book?.status === 'PROBLEM';

/** Once all is sent, how long the server takes to put it on the shelf is not known. */
function SendingBar({ upload: { name, sent, size } }: { upload: Upload }) {
  const percent = sent < size ? (100 * sent) / size : undefined;
  return <ProgressBar label={`Sending ${name}`} percent={percent} size={3} mt={4} />;
}
