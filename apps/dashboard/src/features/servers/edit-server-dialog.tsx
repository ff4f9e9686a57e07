import { Text } from '@mantine/core';
import { type WebdavConnection, WebdavConnectionChange } from '@octavo/contracts';
import { z } from 'zod';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { leftEmpty } from '../../ui/left-empty.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { AccessFields } from './access-fields.js';
import { NameField } from './name-field.js';
import { useChangeServer } from './server-changes.js';

const { shape } = WebdavConnectionChange;
const Form: z.ZodType<WebdavConnectionChange> = z.object({
  baseUrl: z.string().trim().min(1, 'An address is needed'),
  username: shape.username,
  password: leftEmpty(shape.password),
  name: shape.name,
});

interface EditServerDialogProps {
  server: WebdavConnection;
  onClose: () => void;
}

/** Another name, address, user name or password. The server is asked again only where that changes how it is reached. */
export function EditServerDialog({ server, onClose }: EditServerDialogProps) {
  const change = useChangeServer(server.id, 'Saved', onClose);
  const { onSubmit, field, general } = useContractForm(Form, change);
  return (
    <Dialog onClose={onClose} title={`Edit ${server.name}`}>
      <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Save" isPending={change.isPending}>
        <NameField {...field('name')} defaultValue={server.name} />
        <AccessFields field={field} attempt={change} known={server} />
        <Text size="sm" c="dimmed" role="status">
          {change.isPending && 'Trying the server… That may take half a minute.'}
        </Text>
      </DialogForm>
    </Dialog>
  );
}
