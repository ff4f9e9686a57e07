import { Moment } from '../../ui/moment.js';

/** When a key was made, and last used. */
export function KeyAge({ createdAt, lastUsedAt }: { createdAt: string; lastUsedAt: string | null }) {
  return (
    <>
      Made <Moment at={createdAt} />,{' '}
      {lastUsedAt === null ? (
        'never used'
      ) : (
        <>
          last used <Moment at={lastUsedAt} />
        </>
      )}
    </>
  );
}
