import { Checkbox, Text } from '@mantine/core';
import { NewWebdavConnection, type WebdavConnection } from '@octavo/contracts';
import { z } from 'zod';
import { DialogForm } from '../../ui/dialog-form.js';
import { leftEmpty } from '../../ui/left-empty.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { AccessFields } from './access-fields.js';
import { NameField } from './name-field.js';
import { useConnect } from './use-connect.js';

const Form: z.ZodType<NewWebdavConnection> = z.object({
  baseUrl: z.string().trim().min(1, 'Give the address of the folder that the books lie in'),
  username: NewWebdavConnection.shape.username,
  password: NewWebdavConnection.shape.password,
  // Without one it is called after its folder and its server.
  name: leftEmpty(NewWebdavConnection.shape.name),
  paused: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
});

interface ConnectFormProps {
  onConnected: (connection: WebdavConnection) => void;
  onClose: () => void;
}

/** How a server is reached. It is tried before it is connected, which may take as long as the server does. */
export function ConnectForm({ onConnected, onClose }: ConnectFormProps) {
  const { connect, giveUp } = useConnect(onConnected);
  const { onSubmit, field, general } = useContractForm(Form, connect);
  const { isPending } = connect;
  return (
    <DialogForm
      onSubmit={onSubmit}
      onCancel={isPending ? giveUp : onClose}
      problem={general}
      submit="Connect"
      isPending={isPending}
    >
      <AccessFields field={field} attempt={connect} />
      <NameField {...field('name')} description="Optional." />
      <Checkbox
        name="paused"
        label="Look what is there first"
        description="Shows what would be brought in, and brings in nothing before you say so."
      />
      <Text size="sm" c="dimmed" role="status" data-testid="trying">
        {isPending && 'Trying the server… That may take half a minute.'}
      </Text>
    </DialogForm>
  );
}
