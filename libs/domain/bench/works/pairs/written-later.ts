import { pairsOf } from '../pairs-of.js';
import { OTHER_BOOKS_LATER } from './other-books-later.js';

/** Written after the rules had been tried on the others, to see what they had not thought of. */
const ONE_TEXT = pairsOf(
  'certain',
  `
later/alternative-title
Frankenstein | by Mary Shelley | en | 75000w
Frankenstein; or, The Modern Prometheus | by Mary Wollstonecraft Shelley | read Dan Stevens | en | 8h35

later/or-there-and-back
The Hobbit, or There and Back Again | by J.R.R. Tolkien | en | 310p
The Hobbit | by J. R. R. Tolkien | read Andy Serkis | en | 10h25

later/series-in-brackets-and-field
Steelheart | by Brandon Sanderson | in The Reckoners #1 | en | 386p
Steelheart (The Reckoners, Book 1) | by Brandon Sanderson | read MacLeod Andrews | en | 12h14

later/memory-called-empire
A Memory Called Empire: Teixcalaan, Book 1 | by Arkady Martine | read Amy Landon | en | 16h10 | audiobook
A Memory Called Empire | by Arkady Martine | en | 462p | ebook

later/world-war
World War II: A Very Short Introduction | by Gerhard L. Weinberg | en | 192p
World War II - A Very Short Introduction | by Gerhard Weinberg | read Peter Lerman | en | 5h10

later/roman-and-note
Becoming Madame Mao: Roman | by Anchee Min | de
Becoming Madame Mao | by Anchee Min | de | 11h00

later/book-the-number
The Bad Beginning: A Series of Unfortunate Events #1 | by Lemony Snicket | en | 176p
The Bad Beginning | by Lemony Snicket | in A Series of Unfortunate Events #1 | read Tim Curry | en | 2h55

later/dash-without-author
Stephen King - Pet Sematary (1983) | by Stephen King
Pet Sematary | by Stephen King | read Michael C. Hall | en | 15h41

later/de-anna
Anna Karenina (Anaconda Klassiker) | by Lew Tolstoi | de | 1000p
Anna Karenina | by Leo Tolstoi, Hermann Röhl - Übersetzer | by Lew Tolstoi | read Ulrich Noethen | de | 39h00

later/fr-saison
La Vérité sur l'affaire Harry Quebert | by Joël Dicker | fr | 670p
La vérité sur l’affaire Harry Quebert : Marcus Goldman 1 | by Joel Dicker | in Marcus Goldman #1 | read Thibault de Montalembert | fr | 20h00

later/es-el-nombre
El nombre del viento: Crónica del asesino de reyes: primer día | by Patrick Rothfuss | es | 880p
El nombre del viento | by Patrick Rothfuss | in Crónica del asesino de reyes #1 | read Raúl Llorens | es | 30h00

later/it-gattopardo
Gattopardo, Il | by Giuseppe Tomasi di Lampedusa | it | 300p
Il gattopardo (edizione integrale) | by Tomasi di Lampedusa, Giuseppe | read Toni Servillo | it | 9h00

later/initials-and-degree
Attached: The New Science of Adult Attachment | by Amir Levine, M.D. | en | 304p
Attached | by Amir Levine, Rachel Heller | read Walter Dixon | en | 7h10

later/unabridged-and-series
Old Man's War: Old Man's War, Book 1 (Unabridged) | by John Scalzi | read William Dufris | en | 9h55 | audiobook
Old Man's War | by John Scalzi | in Old Man's War #1 | en | 316p | ebook

later/memoir-subtitle
Crying in H Mart: A Memoir | by Michelle Zauner | en | 256p
Crying in H Mart | by Michelle Zauner | read Michelle Zauner | en | 7h23

later/year-and-ordinal
The 7½ Deaths of Evelyn Hardcastle | by Stuart Turton | en | 458p
The 7 1/2 Deaths of Evelyn Hardcastle | by Stuart Turton | read James Cameron Stewart | en | 16h41

later/question
Do Androids Dream of Electric Sheep? | by Philip K. Dick | en | 244p
Do Androids Dream of Electric Sheep | by Philip K Dick | read Scott Brick | en | 9h12

later/number-of-volume-in-subtitle
Kings of the Wyld | sub The Band, Book 1 | by Nicholas Eames | en | 544p
Kings of the Wyld | by Nicholas Eames | in The Band #1 | read Jeff Harding | en | 17h03
`,
);

const ASKED = pairsOf(
  'ask',
  `
later/sign-of-four
The Sign of Four | by Arthur Conan Doyle | en | 43000w
The Sign of the Four | by Arthur Conan Doyle | read David Timson | en | 4h40

later/first-names-alike
The Return | by Jon Smithers | en | 300p
The Return | by John Smithers | en | 9h00

later/edition-numbers
Campbell's Guide to Plants (9th Edition) | by Neil Campbell | en
Campbell's Guide to Plants (10th Edition) | by Neil Campbell | en

later/short-subtitle
Recursion | by Blake Crouch | en | 336p
Recursion: Beyond Memory | by Blake Crouch | read Jon Lindstrom | en | 10h47
`,
);

const AT_MOST_ASKED = pairsOf(
  'related',
  `
later/holmes
Sherlock Holmes: A Study in Scarlet | by Arthur Conan Doyle | en
Sherlock Holmes | by Arthur Conan Doyle | read Stephen Fry | en

later/star-wars-row
Star Wars | by Alan Dean Foster | en
Star Wars: Splinter of the Mind's Eye | by Alan Dean Foster | en

later/hoerspiel-folge
Der kleine Hobbit | by J.R.R. Tolkien | de | 380p
Der kleine Hobbit. Das WDR-Hörspiel | by J.R.R. Tolkien | de | 4h20

later/legion
Legion | by Brandon Sanderson | en | 88p
Legion: The Many Lives of Stephen Leeds | by Brandon Sanderson | en | 10h05

later/translation-french-marked
Bonjour tristesse (French Edition) | by Françoise Sagan
Bonjour Tristesse (English Edition) | by Françoise Sagan

later/nancy-drew
Nancy Drew | by Carolyn Keene | en
Nancy Drew: The Secret of the Old Clock | by Carolyn Keene | en

later/dune-subtitle-volume
Dune | by Frank Herbert | en
Dune: Dune Messiah | by Frank Herbert | en

later/dcc-long-volume-title
Dungeon Crawler Carl | by Matt Dinniman | en
Dungeon Crawler Carl: The Eye of the Bedlam Bride | by Matt Dinniman | read Jeff Hays | en
`,
);

/** All of them, of every label. */
export const WRITTEN_LATER = [...ONE_TEXT, ...ASKED, ...AT_MOST_ASKED, ...OTHER_BOOKS_LATER];
