import { ActionIcon } from '@mantine/core';
import { IconReload, IconX } from '@tabler/icons-react';
import { canRetry, isUnsent, type Upload } from './upload-list.js';
import { uploadQueue } from './uploads.js';

/** What can be done about a file now. It stays one button throughout, so that it does not lose the focus when pressed. */
export function UploadAction({ upload }: { upload: Upload }) {
  const { id, name } = upload;
  const again = canRetry(upload);
  if (!again && !isUnsent(upload)) return null;
  return (
    <ActionIcon
      variant="subtle"
      color={again ? undefined : 'gray'}
      size={32}
      aria-label={again ? `Try ${name} again` : `Cancel ${name}`}
      onClick={() => (again ? uploadQueue.retry(id) : uploadQueue.cancel(id))}
    >
      {again ? <IconReload size={18} /> : <IconX size={18} />}
    </ActionIcon>
  );
}
