import { Text } from '@mantine/core';
import type { BookFile } from '@octavo/contracts';
import type { ReactNode } from 'react';
import { drmWords, problemTitle } from './file-words.js';
import { kepubWords } from './kepub-words.js';

/** How a file fares, as terms and what they say; a sound file has only its KEPUB. */
export function FileCondition({ file }: { file: BookFile }) {
  const kepub = kepubWords(file);
  return (
    <>
      {file.missing && (
        <Term name="Missing">
          No copy of it can be found any more. It comes back as soon as it is put into a watched folder again.
        </Term>
      )}
      {file.problem && (
        <Term name="Problem">
          <Text component="span" c="var(--mantine-color-error)" inherit>
            {problemTitle(file.problem.code)}: {file.problem.detail}
          </Text>
        </Term>
      )}
      {file.drm && <Term name="DRM">{drmWords(file.drm)}</Term>}
      {kepub !== undefined && <Term name="KEPUB">{kepub}</Term>}
      {file.written && <Term name="Metadata">What is known of the book is written into the file.</Term>}
      {file.writeProblem !== null && (
        <Term name="Not written">
          <span className="unbroken">{file.writeProblem}</span>
        </Term>
      )}
      {file.warnings.length > 0 && (
        <Term name="Remarks">
          {file.warnings.map((warning) => (
            <div key={warning}>{warning}</div>
          ))}
        </Term>
      )}
    </>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
