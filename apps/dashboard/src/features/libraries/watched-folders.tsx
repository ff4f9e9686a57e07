import { useQuery } from '@tanstack/react-query';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';
import { TextLink } from '../../ui/text-link.js';
import { WhenLoaded } from '../../ui/when-loaded.js';
import { librariesQuery } from './libraries.queries.js';
import { bookWords } from './library-words.js';

/** The watched folders in short, for whoever looks for them among the settings. */
export function WatchedFolders() {
  const libraries = useQuery(librariesQuery);
  const about = (
    <>
      They have <TextLink to="/folders">a page of their own</TextLink>.
    </>
  );
  return (
    <Section title="Watched folders" about={about}>
      <WhenLoaded query={libraries}>
        {({ items }) => (
          <Rows nothing="No folder is watched.">
            {items.map((library) => (
              <Row key={library.id} name={library.name} detail={`${library.path} · ${bookWords(library)}`} />
            ))}
          </Rows>
        )}
      </WhenLoaded>
    </Section>
  );
}
