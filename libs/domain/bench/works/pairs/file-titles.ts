import { pairsOf } from '../pairs-of.js';

/** One text whose title on one side is little more than the name of a file. */
export const FILE_TITLES = pairsOf(
  'certain',
  `
file/underscores
The_Final_Empire | by Brandon Sanderson | en
The Final Empire | by Brandon Sanderson | in Mistborn #1 | read Michael Kramer | en | 24h39

file/author-series-title
Brandon Sanderson - Mistborn 01 - The Final Empire | by Brandon Sanderson | en
The Final Empire | by Brandon Sanderson | in Mistborn #1 | read Michael Kramer | en | 24h39

file/last-first-series
Sanderson, Brandon - [Mistborn 02] - The Well of Ascension | by Brandon Sanderson
The Well of Ascension | by Brandon Sanderson | in Mistborn #2 | read Michael Kramer | en | 28h56

file/number-first
01 - Storm Front | by Jim Butcher | en
Storm Front | by Jim Butcher | in The Dresden Files #1 | read James Marsters | en | 8h01

file/title-dash-author
Dracula - Bram Stoker | by Bram Stoker | en | 161000w
Dracula | by Bram Stoker | read Alan Cumming | en | 15h28

file/title-dash-author-no-author
Emma - Jane Austen | en | 158000w
Emma | by Jane Austen | read Emma Thompson | en | 16h30

file/m4b
Project Hail Mary.m4b | by Andy Weir | read Ray Porter | audiobook
Project Hail Mary | by Andy Weir | en | 482p | ebook

file/epub-ending
the_martian.epub | by Andy Weir
The Martian | by Andy Weir | read Wil Wheaton | en | 10h59

file/year-in-brackets
Neuromancer (1984) | by William Gibson | en
Neuromancer | by William Gibson | in Sprawl #1 | read Robertson Dean | en | 10h30

file/tags-in-brackets
Neuromancer [retail] [v5.0] | by William Gibson | en
Neuromancer | by William Gibson | read Robertson Dean | en | 10h30

file/bitrate
Snow Crash | by Neal Stephenson | en | 480p
Snow Crash [64k 17h05m] {Jonathan Davis} | by Neal Stephenson | read Jonathan Davis | en | 17h05

file/author-twice
Ursula K. Le Guin - The Dispossessed | by Ursula K. Le Guin | en | 387p
The Dispossessed - Ursula K. Le Guin | by Ursula K. Le Guin | read Don Leslie | en | 13h50

file/lower-case
the way of kings | by brandon sanderson
The Way of Kings: Book One of the Stormlight Archive | by Brandon Sanderson | read Kate Reading, Michael Kramer | in The Stormlight Archive #1 | en | 45h30

file/series-dash
Discworld 08 - Guards! Guards! | by Terry Pratchett
Guards! Guards! | by Terry Pratchett | in Discworld #8 | read Jon Culshaw | en | 11h20

file/no-space-dash
The Dresden Files-03-Grave Peril | by Jim Butcher | in The Dresden Files #3
Grave Peril | by Jim Butcher | in The Dresden Files #3 | read James Marsters | en | 11h59

file/author-in-title-of-audio
Lock In | by John Scalzi | in Lock In #1 | en | 337p
John Scalzi - Lock In | by John Scalzi | read Wil Wheaton | en | 9h56

file/narrator-in-brackets
Carrie | by Stephen King | en | 199p
Carrie (Sissy Spacek) | by Stephen King | read Sissy Spacek | en | 7h12

file/umlaut-lost
Die Saeulen der Erde | by Ken Follett | de | 1150p
Die Säulen der Erde | by Ken Follett | in Kingsbridge #1 | read Tobias Kluckert | de | 40h00

file/comma-series
Red Mars, Mars Trilogy 1 | by Kim Stanley Robinson | en
Red Mars | by Kim Stanley Robinson | in Mars Trilogy #1 | read Richard Ferrone | en | 23h50
`,
);
