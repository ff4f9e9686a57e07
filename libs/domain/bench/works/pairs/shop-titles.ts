import { pairsOf } from '../pairs-of.js';

/** One text under the titles of shops: subtitles, notes about the edition, punctuation, case. */
export const SHOP_TITLES = pairsOf(
  'certain',
  `
shop/unabridged-in-brackets
Project Hail Mary | by Andy Weir | en | 482p | 2021
Project Hail Mary (Unabridged) | by Andy Weir | read Ray Porter | en | 16h10

shop/a-novel
The Midnight Library: A Novel | by Matt Haig | en | 304p
The Midnight Library | by Matt Haig | read Carey Mulligan | en | 8h50

shop/a-novel-as-subtitle
Where the Crawdads Sing | by Delia Owens | en | 384p
Where the Crawdads Sing | sub A Novel | by Delia Owens | read Cassandra Campbell | en | 12h12

shop/long-subtitle-on-one-side
Sapiens | by Yuval Noah Harari | en | 498p
Sapiens: A Brief History of Humankind | by Yuval Noah Harari | read Derek Perkins | en | 15h17

shop/subtitle-in-its-field
Educated: A Memoir | by Tara Westover | en | 352p
Educated | sub A Memoir | by Tara Westover | read Julia Whelan | en | 12h10

shop/two-spellings-of-a-subtitle
Quiet: The Power of Introverts in a World That Can't Stop Talking | by Susan Cain | en | 368p
Quiet - The Power of Introverts in a World That Can’t Stop Talking | by Susan Cain | read Kathe Mazur | en | 10h39

shop/all-capitals
THE MARTIAN | by ANDY WEIR | en | 369p
The Martian | by Andy Weir | read Wil Wheaton | en | 10h59

shop/ampersand
Pride & Prejudice | by Jane Austen | en | 122000w
Pride and Prejudice | by Jane Austen | read Rosamund Pike | en | 11h35

shop/article-behind
Hobbit, The | by J. R. R. Tolkien | en | 310p
The Hobbit | by J.R.R. Tolkien | read Andy Serkis | en | 10h25

shop/no-article
Name of the Wind | by Patrick Rothfuss | en | 662p
The Name of the Wind | by Patrick Rothfuss | read Nick Podehl | in Kingkiller Chronicle #1 | en | 27h55

shop/anniversary
The Alchemist, 25th Anniversary Edition | by Paulo Coelho | en | 208p
The Alchemist | by Paulo Coelho | read Jeremy Irons | en | 4h00

shop/film-tie-in
The Girl on the Train (Movie Tie-In) | by Paula Hawkins | en | 336p
The Girl on the Train: A Novel | by Paula Hawkins | read Clare Corbett | en | 10h58

shop/now-a-series
Big Little Lies | by Liane Moriarty | en | 460p
Big Little Lies (Movie Tie-In Edition) | by Liane Moriarty | read Caroline Lee | en | 15h55

shop/exclamation
Guards! Guards! | by Terry Pratchett | in Discworld #8 | en | 416p
Guards Guards | by Terry Pratchett | read Jon Culshaw | en | 11h20

shop/ellipsis-and-case
where'd you go, bernadette | by Maria Semple | en | 330p
Where’d You Go, Bernadette | by Maria Semple | read Kathleen Wilhoite | en | 9h39

shop/hyphen
Catch-22 | by Joseph Heller | en | 453p
Catch 22 | by Joseph Heller | read Jay O. Sanders | en | 19h58

shop/british-spelling
The Colour of Magic | by Terry Pratchett | in Discworld #1 | en | 288p
The Color of Magic | by Terry Pratchett | read Nigel Planer | en | 6h50

shop/joined-words
The Underground Railroad: A Novel | by Colson Whitehead | en | 320p
The Under-Ground Railroad | by Colson Whitehead | read Bahni Turpin | en | 10h43

shop/number-word
The Two Towers | by J. R. R. Tolkien | in The Lord of the Rings #2 | en | 352p
The 2 Towers | by J. R. R. Tolkien | read Rob Inglis | en | 16h40

shop/unabridged-behind-dash
Circe - Unabridged | by Madeline Miller | en | 12h08 | audiobook
Circe | by Madeline Miller | en | 400p | ebook

shop/kindle-edition
Atomic Habits (Kindle Edition) | by James Clear | en | 320p
Atomic Habits: An Easy & Proven Way to Build Good Habits & Break Bad Ones | by James Clear | read James Clear | en | 5h35

shop/revised
Thinking, Fast and Slow | by Daniel Kahneman | en | 512p
Thinking, Fast and Slow (Unabridged Edition) | by Daniel Kahneman | read Patrick Egan | en | 20h02

shop/author-narrates
Becoming | by Michelle Obama | en | 448p
Becoming | by Michelle Obama | read Michelle Obama | en | 19h03

shop/how-subtitle
Why We Sleep | by Matthew Walker | en | 368p
Why We Sleep: Unlocking the Power of Sleep and Dreams | by Matthew Walker | read Steve West | en | 13h52

shop/the-story-of
Outliers | by Malcolm Gladwell | en | 309p
Outliers: The Story of Success | by Malcolm Gladwell | read Malcolm Gladwell | en | 7h17

shop/book-one-of
Red Rising | by Pierce Brown | in Red Rising #1 | en | 382p
Red Rising: Book I of the Red Rising Trilogy | by Pierce Brown | read Tim Gerard Reynolds | en | 16h12

shop/publisher-edition
The Time Machine (Penguin Classics) | by H. G. Wells | en | 32000w
The Time Machine | by H.G. Wells | read Scott Brick | en | 3h50

shop/white-space
The  Road | by Cormac McCarthy | en | 287p
The Road  | by Cormac  McCarthy | read Tom Stechschulte | en | 6h39

shop/quotes-around
"The Secret History" | by Donna Tartt | en | 559p
The Secret History | by Donna Tartt | read Donna Tartt | en | 22h01

shop/abridged-said
A Short History of Nearly Everything | by Bill Bryson | en | 544p
A Short History of Nearly Everything (Abridged) | by Bill Bryson | read Bill Bryson | en | 5h45 | abridged

shop/abridged-field
The Da Vinci Code | by Dan Brown | en | 489p
The Da Vinci Code | by Dan Brown | read Colin Stinton | en | 5h50 | abridged

shop/narrated-by-in-title
Born a Crime: Stories from a South African Childhood | by Trevor Noah | en | 304p
Born a Crime - Read by the Author | by Trevor Noah | read Trevor Noah | en | 8h44

shop/first-edition-year
Dracula | by Bram Stoker | en | 161000w | 1897
Dracula [Audible Edition] | by Bram Stoker | read Alan Cumming, Tim Curry | en | 15h28 | 2012

shop/bestseller-boast
Gone Girl: The gripping number one bestseller | by Gillian Flynn | en | 463p
Gone Girl | by Gillian Flynn | read Julia Whelan, Kirby Heyborne | en | 19h11

shop/a-thriller
The Silent Patient | by Alex Michaelides | en | 336p
The Silent Patient: A Thriller | by Alex Michaelides | read Jack Hawkins, Louise Brealey | en | 8h43

shop/ebook-bundle-word
Ready Player One | by Ernest Cline | en | 384p
Ready Player One [Audiobook] | by Ernest Cline | read Wil Wheaton | en | 15h40

shop/numbers-in-title
Fahrenheit 451 | by Ray Bradbury | en | 194p
Fahrenheit 451: A Novel | by Ray Bradbury | read Tim Robbins | en | 5h01

shop/year-title
1984 | by George Orwell | en | 328p
1984 | by George Orwell | read Simon Prebble | en | 11h22

shop/same-isbn
The Goldfinch | by Donna Tartt | isbn 9780316055437 | en | 771p
The Goldfinch: A Novel (Pulitzer Prize for Fiction) | by Donna Tartt | isbn 9780316055437 | read David Pittu | en | 32h24

shop/language-unknown
The Kite Runner | by Khaled Hosseini | 371p
The Kite Runner | by Khaled Hosseini | read Khaled Hosseini | en | 12h02

shop/nothing-but-title-and-author
Norwegian Wood | by Haruki Murakami
Norwegian Wood | by Haruki Murakami

shop/complete-and-unabridged
The Count of Monte Cristo (Complete and Unabridged) | by Alexandre Dumas | en | 1276p
The Count of Monte Cristo | by Alexandre Dumas | read Bill Homewood | en | 52h43
`,
);
