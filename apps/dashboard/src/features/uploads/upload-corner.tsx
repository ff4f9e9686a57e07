import { lazy, Suspense, useEffect } from 'react';
import { isUnsent } from './upload-list.js';
import { uploadQueue, useUploads } from './uploads.js';

// There is seldom anything to show in it.
const UploadTray = lazy(() => import('./upload-tray.js').then((module) => ({ default: module.UploadTray })));

/** Keeps what is being uploaded in sight on every page, and the page open while bytes are on their way. */
export function UploadCorner() {
  const uploads = useUploads();
  const unsent = uploads.some(isUnsent);
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);
  // Whoever signs out takes what is not sent along.
  useEffect(() => () => uploadQueue.clear(), []);
  if (uploads.length === 0) return null;
  return (
    <Suspense>
      <UploadTray uploads={uploads} />
    </Suspense>
  );
}
