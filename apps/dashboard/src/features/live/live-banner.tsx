import { Loader } from '@mantine/core';
import classes from './live-banner.module.css';
import { useLiveLibrary } from './use-live-library.js';

/** Holds the connection that keeps the page live. Always in the page, so that its coming and going is read aloud. */
export function LiveBanner() {
  const { offline } = useLiveLibrary();
  return (
    <div role="status" data-testid="live" className={offline ? classes.banner : undefined}>
      {offline && (
        <>
          <Loader size={14} color="currentColor" /> Offline, retrying… What you see may be out of date.
        </>
      )}
    </div>
  );
}
