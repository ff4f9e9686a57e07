import { useState } from 'react';
import { type AuthFile, authFileOf } from './auth-file.js';

/** A file that was chosen: by name, and as it is sent; or why it is of no use. */
export interface ChosenFile {
  name: string;
  file?: AuthFile;
  complaint?: string;
}

/** Takes a file with credentials; of several choices in a row the last one counts. */
export function useAuthFile() {
  const [chosen, setChosen] = useState<ChosenFile>();
  const choose = async (picked: File) => {
    const bytes = await picked.arrayBuffer().catch(() => undefined);
    const file = bytes && authFileOf(new Uint8Array(bytes));
    setChosen(file ? { name: picked.name, file } : { name: picked.name, complaint: complaintOf(bytes) });
  };
  return { chosen, choose };
}

function complaintOf(bytes: ArrayBuffer | undefined): string {
  if (!bytes) return 'This browser cannot read it.';
  return bytes.byteLength === 0 ? 'It is empty.' : 'It is far too large for a file with credentials.';
}
