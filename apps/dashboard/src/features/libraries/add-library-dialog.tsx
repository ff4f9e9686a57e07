import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { NewLibrary } from '@octavo/contracts';
import { useState } from 'react';
import { z } from 'zod';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { leftEmpty } from '../../ui/left-empty.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { FolderBrowser } from './folder-browser.js';
import { lastPart } from './folder-path.js';
import { useAddLibrary } from './library-changes.js';

/** What speaks against the folder itself is said at its field. */
const ABOUT_THE_PATH = ['library.not-a-folder', 'library.exists'];
const PAUSE_IN_TYPING = 300;

const Form: z.ZodType<NewLibrary> = z.object({
  path: z.string().trim().min(1, 'Choose a folder').pipe(NewLibrary.shape.path),
  // Without one the folder's own name serves.
  name: leftEmpty(NewLibrary.shape.name),
});

/** Names a folder of the server to be watched, by typing its path or walking there. */
export function AddLibraryDialog({ onClose }: { onClose: () => void }) {
  const add = useAddLibrary(onClose);
  const { onSubmit, field, general } = useContractForm(Form, add);
  const [path, setPath] = useState('');
  const [shown, setShown] = useState('');
  const showSoon = useDebouncedCallback(setShown, PAUSE_IN_TYPING);
  const take = (next: string) => {
    setPath(next);
    showSoon(next.trim());
    // What was said was about another path.
    if (add.isError) add.reset();
  };
  const { error, ...pathField } = field('path');
  const aboutPath = general !== undefined && ABOUT_THE_PATH.some((code) => general.type.endsWith(`/${code}`));
  return (
    <Dialog onClose={onClose} title="Add a folder">
      <DialogForm
        onSubmit={onSubmit}
        onCancel={onClose}
        problem={aboutPath ? undefined : general}
        submit="Add"
        isPending={add.isPending}
      >
        <TextInput
          {...pathField}
          label="Folder"
          description="As the server sees it. In a container, only what is mounted into it is there."
          placeholder="/srv/books"
          error={error ?? (aboutPath ? general.detail : undefined)}
          value={path}
          onChange={({ currentTarget: { value } }) => take(value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
        />
        <FolderBrowser
          path={shown}
          onChoose={(folder) => {
            take(folder);
            showSoon.flush();
          }}
        />
        <TextInput
          {...field('name')}
          label="Name"
          placeholder={lastPart(path)}
          description="Optional."
          autoComplete="off"
        />
      </DialogForm>
    </Dialog>
  );
}
