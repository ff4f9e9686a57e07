import { NativeSelect, Text } from '@mantine/core';
import { AudibleImported, type AudibleImport } from '@octavo/contracts';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { ask, problemOf } from '../../api.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { PasswordField } from '../../ui/password-field.js';
import { useLookAgain } from './audible-changes.js';
import { AuthFileField } from './auth-file-field.js';
import { type AskedFor, askedForBy } from './auth-file.js';
import { importBody, importComplaints } from './import-words.js';
import { marketplaceChoices, ownMarketplace } from './marketplaces.js';
import { useAuthFile } from './use-auth-file.js';

interface ImportFormProps {
  onDone: (imported: AudibleImported) => void;
  onCancel: () => void;
}

/** Connects what a file of another program holds. What is needed beside the file is asked for when that turns out. */
export function ImportForm({ onDone, onCancel }: ImportFormProps) {
  const { chosen, choose } = useAuthFile();
  const [asked, setAsked] = useState<readonly AskedFor[]>([]);
  const [isUnchosen, setUnchosen] = useState(false);
  const send = useImport(onDone, (what) => setAsked((before) => [...new Set([...before, what])]));
  const complaints = importComplaints(send.error ? problemOf(send.error) : undefined, asked);

  const onChoose = (file: File) => {
    send.reset();
    setAsked([]);
    setUnchosen(false);
    void choose(file);
  };
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setUnchosen(chosen === undefined);
    if (chosen?.file) send.mutate(importBody(chosen.file, new FormData(event.currentTarget)));
  };
  const unchosen = isUnchosen ? 'Choose the file first.' : undefined;
  return (
    <DialogForm
      onSubmit={onSubmit}
      onCancel={onCancel}
      problem={complaints.general}
      submit="Import"
      isPending={send.isPending}
    >
      <AuthFileField chosen={chosen} error={unchosen ?? chosen?.complaint ?? complaints.file} onChoose={onChoose} />
      {asked.includes('password') && (
        <PasswordField
          name="password"
          label="Password of the file"
          description="The file is encrypted. The password is used once, and not kept."
          error={complaints.password}
          autoComplete="off"
        />
      )}
      {asked.includes('country') && (
        <NativeSelect
          name="country"
          label="Marketplace"
          description="The file does not tell where the account was registered."
          error={complaints.country}
          data={marketplaceChoices(ownMarketplace(navigator.languages))}
        />
      )}
      <Text size="sm" c="dimmed">
        Octavo then shares the device of the program that wrote the file: whoever deregisters it in one of them ends it
        in both.
      </Text>
    </DialogForm>
  );
}

function useImport(onDone: (imported: AudibleImported) => void, onAsked: (what: AskedFor) => void) {
  const lookAgain = useLookAgain();
  return useMutation({
    mutationFn: (body: AudibleImport) => ask(AudibleImported, '/api/audible/import', { method: 'POST', body }),
    onSuccess: async (imported) => {
      onDone(imported);
      await lookAgain();
    },
    onError: (error) => {
      const what = askedForBy(problemOf(error));
      if (what !== undefined) onAsked(what);
    },
    meta: { showsProblem: true },
    // The file and its password are not kept.
    gcTime: 0,
  });
}
