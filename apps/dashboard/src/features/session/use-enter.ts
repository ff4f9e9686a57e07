import { useRouter } from '@tanstack/react-router';
import { wayBack } from './way-back.js';

/** Enters the house: to the page that was wanted before signing in, else to the library. */
export function useEnter(from?: string): () => void {
  const { history } = useRouter();
  return () => history.replace(wayBack(from));
}
