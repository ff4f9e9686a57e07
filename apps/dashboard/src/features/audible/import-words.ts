import type { AudibleImport, Problem } from '@octavo/contracts';
import { type AskedFor, askedForBy, type AuthFile } from './auth-file.js';

/** What is sent of a file and of the fields beside it, without those that are not there or empty. */
export function importBody(file: AuthFile, fields: FormData): AudibleImport {
  const [password, country] = ['password', 'country'].map((name) => fields.get(name));
  return {
    ...file,
    ...(typeof password === 'string' && password !== '' && { password }),
    ...(typeof country === 'string' && country !== '' && { country }),
  };
}

/** What is wrong with an import, by where it stands. */
export interface ImportComplaints {
  file?: string;
  password?: string;
  country?: string;
  /** About none of them. */
  general?: Problem;
}

/**
 * Sorts what the server said of an import to the fields. What it asked for the first time is no mistake yet: its field
 * only appears. `asked`: the fields that are there.
 */
export function importComplaints(problem: Problem | undefined, asked: readonly AskedFor[]): ImportComplaints {
  if (!problem) return {};
  const wanted = askedForBy(problem);
  if (wanted !== undefined && asked.includes(wanted)) return { [wanted]: problem.detail };
  const code = problem.type.split('/').at(-1);
  return code === 'audible.auth-file-unusable' ? { file: problem.detail } : { general: problem };
}
