import { pairsOf } from '../pairs-of.js';

/** Two books of one medium: only what is the same in title, authors, number and language is one work. */
export const ONE_MEDIUM = pairsOf(
  'certain',
  `
medium/two-audiobooks
The Hobbit | by J. R. R. Tolkien | read Rob Inglis | en | 11h05 | audiobook
The Hobbit | by J. R. R. Tolkien | read Andy Serkis | en | 10h25 | audiobook

medium/two-ebooks
Emma | by Jane Austen | en | ebook
Emma | by Austen, Jane | en | ebook

medium/re-issue
Storm Front (Unabridged) | by Jim Butcher | in The Dresden Files #1 | en | 8h01 | audiobook
Storm Front | by Jim Butcher | in Dresden Files #1 | en | 8h02 | audiobook

medium/two-ebooks-series
Mort | by Terry Pratchett | in Discworld #4 | en | ebook
Mort | by Terry Pratchett | in Discworld #4 | en | ebook
`,
);

/** Two books of one medium that are another matter than works. */
export const NOT_ONE_MEDIUM = pairsOf(
  'different',
  `
medium/other-language
Momo | by Michael Ende | de | ebook
Momo | by Michael Ende | en | ebook

medium/one-author-unknown
The Road | en | ebook
The Road | by Cormac McCarthy | en | ebook

medium/number-on-one-side
Dune | by Frank Herbert | en | ebook
Dune | by Frank Herbert | in Dune #1 | en | ebook

medium/subtitle-on-one-side
Mistborn | by Brandon Sanderson | en | ebook
Mistborn: The Final Empire | by Brandon Sanderson | en | ebook

medium/dramatised-audio
The Hobbit | by J. R. R. Tolkien | read Rob Inglis | en | 11h05 | audiobook
The Hobbit (Dramatised) | by J. R. R. Tolkien | read Full Cast | en | 3h42 | audiobook

medium/volumes
Naruto 1 | by Masashi Kishimoto | en | ebook
Naruto 2 | by Masashi Kishimoto | en | ebook
`,
);
