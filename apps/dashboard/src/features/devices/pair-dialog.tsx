import { Text, TextInput } from '@mantine/core';
import { NewDevice } from '@octavo/contracts';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { usePairDevice } from './device-changes.js';
import { PairSteps } from './pair-steps.js';
import { EVERYTHING, scopeOf } from './scope-choice.js';
import { ScopeFields } from './scope-fields.js';

/** Asks for a name and which books it gets, then shows what to do on the device. The address is shown this once, so only "Done" closes it. */
export function PairDialog({ onClose }: { onClose: () => void }) {
  const pair = usePairDevice();
  const paired = pair.data;
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={paired ? `Connect ${paired.name}` : 'Pair a Kobo'}
      closeOnClickOutside={!paired}
      closeOnEscape={!paired}
      withCloseButton={!paired}
    >
      {paired ? (
        <PairSteps apiEndpoint={paired.apiEndpoint} onDone={onClose} />
      ) : (
        <NameForm pair={pair} onClose={onClose} />
      )}
    </Dialog>
  );
}

function NameForm({ pair, onClose }: { pair: ReturnType<typeof usePairDevice>; onClose: () => void }) {
  const [choice, setChoice] = useState(EVERYTHING);
  const contract = NewDevice.transform((sent): NewDevice => ({ ...sent, scope: scopeOf(choice) }));
  const { onSubmit, field, general } = useContractForm(contract, pair);
  return (
    <DialogForm onSubmit={onSubmit} onCancel={onClose} problem={general} submit="Continue" isPending={pair.isPending}>
      <Text size="sm">
        You need the Kobo, a USB cable and a computer, once. After that it syncs over Wi-Fi with its own sync button.
      </Text>
      <TextInput {...field('name')} label="Name" placeholder="Clara in the kitchen" data-autofocus />
      <ScopeFields choice={choice} onChange={setChoice} />
    </DialogForm>
  );
}
