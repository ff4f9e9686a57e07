import type { UseMutationResult } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import type { z } from 'zod';
import { problemOf } from '../api.js';

type Complaints = Record<string, string>;

/**
 * A native form whose fields are checked by the contract they are sent under. Complaints of the contract and of the
 * server stand beside the field they name; `general` is what the server said about none of them.
 */
export function useContractForm<Sent, Answer>(
  contract: z.ZodType<Sent>,
  mutation: UseMutationResult<Answer, Error, Sent>,
) {
  const [complaints, setComplaints] = useState<Complaints>({});
  const refusal = mutation.error ? problemOf(mutation.error) : undefined;
  const refused = refusal?.errors ? complaintsOf(refusal.errors) : {};

  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const parsed = contract.safeParse(Object.fromEntries(new FormData(form)));
    setComplaints(parsed.success ? {} : complaintsOf(parsed.error.issues.map(pathAsText)));
    if (parsed.success) mutation.mutate(parsed.data, { onSuccess: () => form.reset() });
    else mutation.reset();
  };
  return {
    onSubmit,
    field: (name: string) => ({ name, error: complaints[name] ?? refused[name] }),
    general: refusal && Object.keys(refused).length === 0 ? refusal : undefined,
  };
}

function pathAsText({ path, message }: z.core.$ZodIssue) {
  return { path: path.join('.'), message };
}

/** The first complaint about each field. */
function complaintsOf(errors: { path: string; message: string }[]): Complaints {
  const first: Complaints = {};
  for (const { path, message } of errors) first[path] ??= message;
  return first;
}
