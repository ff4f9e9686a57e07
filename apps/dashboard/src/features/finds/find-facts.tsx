import { Anchor, Badge, Text } from '@mantine/core';
import type { BookFind } from '@octavo/contracts';
import { IconExternalLink } from '@tabler/icons-react';
import { dateOf } from '../../ui/dates.js';
import { providerWord } from '../books/provenance-words.js';
import classes from './find-facts.module.css';
import { FindPicture } from './find-picture.js';
import { formWord, pageAddress, reasonWords, scoreWords } from './find-words.js';

/** What a provider has: its picture, what it is called, by whom, in which form, how surely it is the book and why. */
export function FindFacts({ find }: { find: BookFind }) {
  const { title, authors, form, published, score, reasons } = find;
  const facts = [form && formWord(form), published && dateOf(published), unseenCover(find)].filter(Boolean);
  return (
    <div className={classes.find}>
      <FindPicture find={find} />
      <div className={classes.facts}>
        <Text fw={550} className="unbroken">
          {title}
        </Text>
        {authors.length > 0 && (
          <Text size="sm" className="unbroken">
            by {authors.join(', ')}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
          {facts.length > 0 && ' · '}
          <FindLink find={find} />
        </Text>
        <Text size="sm" component="div" className={classes.why}>
          <Badge component="span" variant="light" color={score >= 0.85 ? 'green' : 'orange'} tt="none" fw={550}>
            {scoreWords(score)}
          </Badge>
          {reasons.map((reason) => (
            <Text key={reason} component="span" size="sm" c="dimmed">
              {reasonWords(reason)}
            </Text>
          ))}
        </Text>
      </div>
    </div>
  );
}

/** That there is a picture has to be said only where it is not to be seen. */
const unseenCover = ({ hasCover, coverUrl }: BookFind) => hasCover && coverUrl === null && 'with a cover';

/** To the provider's page, which is not told where one comes from. */
function FindLink({ find: { url, provider, title } }: { find: BookFind }) {
  const address = pageAddress(url);
  const name = providerWord(provider);
  if (address === undefined) return name;
  return (
    <Anchor href={address} target="_blank" rel="noreferrer noopener" inherit aria-label={`${title} at ${name}`}>
      {name} <IconExternalLink size={14} className={classes.sign} aria-hidden="true" />
    </Anchor>
  );
}
