import type { Library, WebdavConnection } from '@octavo/contracts';
import { hostOf } from './server-words.js';

/** A library as a list of them needs it. */
export interface NamedLibrary {
  id: string;
  name: string;
  bookCount: number;
  /** The server it lies on, where its name does not say so. */
  place?: string;
}

type Folder = Pick<Library, 'id' | 'name' | 'bookCount'>;
type Server = Pick<WebdavConnection, 'id' | 'name' | 'bookCount' | 'baseUrl'>;

/** Watched folders first, then what lies on servers. */
export function everyLibrary(folders: readonly Folder[], servers: readonly Server[]): NamedLibrary[] {
  const here = folders.map(({ id, name, bookCount }) => ({ id, name, bookCount }));
  const elsewhere = servers.map(({ id, name, bookCount, baseUrl }) => {
    const host = hostOf(baseUrl);
    return { id, name, bookCount, ...(!name.includes(host) && { place: `on ${host}` }) };
  });
  return [...here, ...elsewhere];
}
