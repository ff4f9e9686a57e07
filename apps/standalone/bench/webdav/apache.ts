import { type RealApache, startApache } from '@octavo/testing';

const ANN = { user: 'ann', password: 'open sesame' } as const;

export const CREDENTIALS = { scheme: 'basic', username: ANN.user, password: ANN.password } as const;

/** A real Apache that shows a folder to Ann. Throws where this machine has none. */
export const apacheOf = (root: string): Promise<RealApache> => startApache({ root, auth: 'basic', ...ANN });
