import { ROLES } from '@octavo/domain';
import { z } from 'zod';
import { dateOf } from '../../ui/dates.js';
import { byRole } from './contributors.js';
import { languageName } from './language-name.js';
import { plainText } from './plain-text.js';
import { schemeWord } from './scheme-word.js';

const People = z.array(z.object({ name: z.string(), role: z.enum(ROLES) }));
const Series = z.array(z.object({ name: z.string(), number: z.string().nullish() }));
const Numbers = z.array(z.object({ scheme: z.string(), value: z.string() }));
const Words = z.array(z.string());

/** How a field's value reads where it stands beside others; "" where there is none. Lists come a line for each entry. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field) {
    case 'contributors':
      return peopleWords(People.safeParse(value).data ?? []);
    case 'series':
      return (Series.safeParse(value).data ?? []).map(seriesWords).join('\n');
    case 'identifiers':
      return (Numbers.safeParse(value).data ?? []).map((one) => `${schemeWord(one.scheme)} ${one.value}`).join('\n');
    case 'subjects':
      return (Words.safeParse(value).data ?? []).join(', ');
    case 'cover':
      return 'a cover';
    case 'abridged':
      return value === true ? 'Abridged' : 'Unabridged';
    default:
      return typeof value === 'string' ? textWords(field, value) : JSON.stringify(value);
  }
}

function textWords(field: string, text: string): string {
  if (field === 'description') return plainText(text);
  if (field === 'publishedDate') return dateOf(text);
  return field === 'language' ? languageName(text) : text;
}

const seriesWords = ({ name, number }: z.infer<typeof Series>[number]) => (number ? `${name}, no. ${number}` : name);

/** Authors by name alone, the others with what they did. */
function peopleWords(people: z.infer<typeof People>): string {
  const lines = byRole(people).map(({ words, names }) => (words === 'by' ? '' : `${words} `) + names.join(', '));
  return lines.join('\n');
}
