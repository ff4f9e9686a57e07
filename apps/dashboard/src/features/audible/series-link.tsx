import { Row, Rows } from '../../ui/rows.js';
import { TextLink } from '../../ui/text-link.js';

/** The way to what one's series still lack. */
export function SeriesLink() {
  const name = (
    <TextLink to="/audible/series" inherit>
      Not yet in my library
    </TextLink>
  );
  return (
    <Rows>
      <Row name={name} detail="Volumes of your series that you have neither to hear nor to read." />
    </Rows>
  );
}
