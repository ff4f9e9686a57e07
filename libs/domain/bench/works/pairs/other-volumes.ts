import { pairsOf } from '../pairs-of.js';

/** Two volumes of one series, a novella beside its novel, a whole beside its part. */
export const OTHER_VOLUMES = pairsOf(
  'different',
  `
volume/mistborn-1-2
The Final Empire: Mistborn Book 1 | by Brandon Sanderson | en
The Well of Ascension: Mistborn Book 2 | by Brandon Sanderson | read Michael Kramer | en

volume/mistborn-before
Mistborn: The Final Empire | by Brandon Sanderson | en
Mistborn: The Well of Ascension | by Brandon Sanderson | read Michael Kramer | en

volume/manga
One Piece, Vol. 12 | by Eiichiro Oda | en
One Piece, Vol. 13 | by Eiichiro Oda | en

volume/manga-plain
Naruto 12 | by Masashi Kishimoto
Naruto 13 | by Masashi Kishimoto

volume/field-only
Mistborn | by Brandon Sanderson | in Mistborn #1 | en
Mistborn | by Brandon Sanderson | in Mistborn #2 | en

volume/words
Legacy, Book Two | by Erin Hale | en
Legacy, Book Three | by Erin Hale | en

volume/roman
Henry IV | by William Shakespeare | en
Henry V | by William Shakespeare | en

volume/parts
Henry IV, Part 1 | by William Shakespeare | en
Henry IV, Part 2 | by William Shakespeare | en

volume/hunger-games
The Hunger Games: Catching Fire | by Suzanne Collins | en
The Hunger Games: Mockingjay | by Suzanne Collins | en

volume/hunger-games-first
The Hunger Games | by Suzanne Collins | in The Hunger Games #1 | en
Catching Fire: The Hunger Games, Book 2 | by Suzanne Collins | en

volume/dune
Dune | by Frank Herbert | in Dune #1 | en | 658p
Dune Messiah | by Frank Herbert | in Dune #2 | en | 8h57

volume/dune-no-series
Dune | by Frank Herbert | en
Children of Dune | by Frank Herbert | en

volume/foundation
Foundation | by Isaac Asimov | in Foundation #1 | en
Second Foundation | by Isaac Asimov | in Foundation #3 | en

volume/foundation-edge
Foundation's Edge | by Isaac Asimov | en
Foundation and Earth | by Isaac Asimov | en

volume/potter
Harry Potter and the Chamber of Secrets | by J.K. Rowling | in Harry Potter #2 | en
Harry Potter and the Prisoner of Azkaban | by J.K. Rowling | in Harry Potter #3 | en

volume/potter-bare
Harry Potter 2 | by J.K. Rowling
Harry Potter and the Prisoner of Azkaban | by J.K. Rowling | in Harry Potter #3 | en

volume/potter-german
Harry Potter und der Stein der Weisen: Harry Potter 1 | by J.K. Rowling | de
Harry Potter und die Kammer des Schreckens: Harry Potter 2 | by J.K. Rowling | de

volume/potter-french
Harry Potter, tome 3 : Harry Potter et le prisonnier d'Azkaban | by J.K. Rowling | fr
Harry Potter, tome 4 : Harry Potter et la coupe de feu | by J.K. Rowling | fr

volume/novella-half
Edgedancer | by Brandon Sanderson | in The Stormlight Archive #2.5 | en
Words of Radiance | by Brandon Sanderson | in The Stormlight Archive #2 | en

volume/novella-zero-five
Expanse: The Butcher of Anderson Station | by James S. A. Corey | in The Expanse #0.5 | en
Leviathan Wakes | by James S. A. Corey | in The Expanse #1 | en

volume/novella-same-name
Shadow Game: A Novella (Ghosts 0.5) | by Mira Lane | en
Shadow Game (Ghosts 1) | by Mira Lane | en

volume/prequel-short
Wool | by Hugh Howey | in Silo #1 | en
Shift | by Hugh Howey | in Silo #2 | en

volume/wool-parts
Wool 2: Proper Gauge | by Hugh Howey | en
Wool 3: Casting Off | by Hugh Howey | en

volume/dungeon-crawler
Dungeon Crawler Carl: Book 1 | by Matt Dinniman | en
Carl's Doomsday Scenario: Dungeon Crawler Carl Book 2 | by Matt Dinniman | en

volume/litrpg-numbers
He Who Fights with Monsters: A LitRPG Adventure | by Shirtaloon | in He Who Fights with Monsters #1 | en
He Who Fights with Monsters 2: A LitRPG Adventure | by Shirtaloon | in He Who Fights with Monsters #2 | en

volume/litrpg-numbers-2
Defiance of the Fall 9 | by TheFirstDefier | en
Defiance of the Fall 10 | by TheFirstDefier | en

volume/light-novel
Overlord, Vol. 1: The Undead King | by Kugane Maruyama | en
Overlord, Vol. 2: The Dark Warrior | by Kugane Maruyama | en

volume/japanese
ワンピース 第12巻 | by 尾田栄一郎 | ja
ワンピース 第13巻 | by 尾田栄一郎 | ja

volume/russian
Хроники. Книга 2 | by Анна Белова | ru
Хроники. Книга 3 | by Анна Белова | ru

volume/german-band
Die Zwerge, Band 1 | by Markus Heitz | de
Die Zwerge, Band 2 | by Markus Heitz | de

volume/german-split-novel
Das Lied von Eis und Feuer 01: Die Herren von Winterfell | by George R. R. Martin | de
Das Lied von Eis und Feuer 02: Das Erbe von Winterfell | by George R. R. Martin | de

volume/german-teil
Der Schwarm, Teil 1 | by Frank Schätzing | de | audiobook
Der Schwarm, Teil 2 | by Frank Schätzing | de | ebook

volume/lotr
The Fellowship of the Ring: The Lord of the Rings, Part 1 | by J. R. R. Tolkien | en
The Two Towers: The Lord of the Rings, Part 2 | by J. R. R. Tolkien | en

volume/lotr-before
The Lord of the Rings: The Two Towers | by J. R. R. Tolkien | en
The Lord of the Rings: The Return of the King | by J. R. R. Tolkien | en

volume/lotr-german
Der Herr der Ringe. Die Gefährten | by J.R.R. Tolkien | de
Der Herr der Ringe. Die zwei Türme | by J.R.R. Tolkien | de

volume/lotr-italian
Il Signore degli Anelli. Le due torri | by J.R.R. Tolkien | it
Il Signore degli Anelli. Il ritorno del re | by J.R.R. Tolkien | it

volume/lotr-spanish
El señor de los anillos I: La comunidad del anillo | by J.R.R. Tolkien | es
El señor de los anillos II: Las dos torres | by J.R.R. Tolkien | es

volume/kvothe
The Name of the Wind | by Patrick Rothfuss | in Kingkiller Chronicle #1 | en
The Wise Man's Fear | by Patrick Rothfuss | in Kingkiller Chronicle #2 | en

volume/bourne
The Bourne Supremacy | by Robert Ludlum | in Jason Bourne #2 | en
The Bourne Ultimatum | by Robert Ludlum | in Jason Bourne #3 | en

volume/bourne-no-series
The Bourne Identity | by Robert Ludlum | en
The Bourne Supremacy | by Robert Ludlum | en

volume/fifty-shades
Fifty Shades Darker | by E L James | en
Fifty Shades Freed | by E L James | en

volume/alphabet
"A" Is for Alibi | by Sue Grafton | en
"B" Is for Burglar | by Sue Grafton | en

volume/james-bond-numbers
1st to Die | by James Patterson | in Women's Murder Club #1 | en
2nd Chance | by James Patterson | in Women's Murder Club #2 | en

volume/yearly
The Best American Short Stories 2019 | by Anthony Doerr | en
The Best American Short Stories 2020 | by Anthony Doerr | en

volume/yearly-2
The Year's Best Science Fiction: Thirty-Fourth Annual Collection | by Gardner Dozois | en
The Year's Best Science Fiction: Thirty-Fifth Annual Collection | by Gardner Dozois | en

volume/caro
The Path to Power: The Years of Lyndon Johnson I | by Robert A. Caro | en
The Years of Lyndon Johnson: Means of Ascent | by Robert A. Caro | en

volume/gibbon
The Decline and Fall of the Roman Empire, Volume 1 | by Edward Gibbon | en
The Decline and Fall of the Roman Empire, Volume 3 | by Edward Gibbon | en

volume/churchill
The Second World War, Volume II: Their Finest Hour | by Winston Churchill | en
The Second World War, Volume III: The Grand Alliance | by Winston Churchill | en

volume/knuth
The Art of Computer Programming, Volume 1 | by Donald Knuth | en
The Art of Computer Programming, Volume 2 | by Donald Knuth | en

volume/part-two-named
Dune: Part One | by Frank Herbert | en
Dune: Part Two | by Frank Herbert | en

volume/same-isbn-lie
The Final Empire: Mistborn Book 1 | by Brandon Sanderson | isbn 9780765311788 | en
The Well of Ascension: Mistborn Book 2 | by Brandon Sanderson | isbn 9780765311788 | en

volume/season
Serial Box Presents: Bookburners, Season 1 | by Max Gladstone | en
Serial Box Presents: Bookburners, Season 2 | by Max Gladstone | en

volume/millennium
The Girl Who Played with Fire | by Stieg Larsson | in Millennium #2 | en
The Girl Who Kicked the Hornets' Nest | by Stieg Larsson | in Millennium #3 | en

volume/french-rois
Les Rois maudits, tome 1 : Le Roi de fer | by Maurice Druon | fr
Les Rois maudits, tome 2 : La Reine étranglée | by Maurice Druon | fr

volume/ferrante
L'amica geniale 1 | by Elena Ferrante | it
L'amica geniale 2 | by Elena Ferrante | it
`,
);
