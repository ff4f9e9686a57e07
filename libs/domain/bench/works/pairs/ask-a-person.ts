import { pairsOf } from '../pairs-of.js';

/** One text, but what is known of it is too little to be sure: never 'different'. */
export const ASK_A_PERSON = pairsOf(
  'ask',
  `
ask/no-author-no-series
The Road | en
The Road | by Cormac McCarthy | read Tom Stechschulte | en | 6h39

ask/no-author-on-either
A Clockwork Orange
A Clockwork Orange | read Tom Hollander | 7h45

ask/unknown-author
Hyperion | by Unknown | en
Hyperion | by Dan Simmons | read Marc Vietor | en | 20h44

ask/british-and-american-title
Northern Lights | by Philip Pullman | in His Dark Materials #1 | en | 399p
The Golden Compass | by Philip Pullman | in His Dark Materials #1 | read Philip Pullman | en | 10h45

ask/sorcerer
Harry Potter and the Philosopher's Stone | by J.K. Rowling | in Harry Potter #1 | en | 223p
Harry Potter and the Sorcerer's Stone | by J.K. Rowling | in Harry Potter #1 | read Jim Dale | en | 8h18

ask/only-the-series
Mistborn | by Brandon Sanderson | en | 541p
Mistborn: The Final Empire | by Brandon Sanderson | read Michael Kramer | en | 24h39

ask/bare-volume
Harry Potter 3 | by J.K. Rowling | en
Harry Potter and the Prisoner of Azkaban | by J.K. Rowling | in Harry Potter #3 | read Jim Dale | en | 11h49

ask/typing-error
The Shadow of the Wnid | by Carlos Ruiz Zafón | en | 487p
The Shadow of the Wind | by Carlos Ruiz Zafón | read Jonathan Davis | en | 18h00

ask/full-cast
The Sandman Diaries | by Ellen Marsh | en | 300p
The Sandman Diaries (Full-Cast Edition) | by Ellen Marsh | read Full Cast | en | 10h00

ask/narnia-orders
The Lion, the Witch and the Wardrobe | by C. S. Lewis | in The Chronicles of Narnia #2 | en | 206p
The Lion, the Witch and the Wardrobe | by C. S. Lewis | in The Chronicles of Narnia #1 | read Michael York | en | 4h21

ask/narnia-orders-2
Prince Caspian | by C. S. Lewis | in Narnia #4 | en | 223p
Prince Caspian | by C. S. Lewis | in Narnia #2 | read Lynn Redgrave | en | 4h36

ask/runtime-does-not-fit
World War Z | by Max Brooks | en | 352p
World War Z | by Max Brooks | read Max Brooks, Alan Alda | en | 3h10

ask/author-known-by-pseudonym-only
The Running Man | by Richard Bachman | isbn 9780451197962 | en | 317p
The Running Man | by Stephen King | isbn 9780451197962 | read Kevin Kenerly | en | 7h42

ask/author-like-enough
War and Peace | by Lev Tolstoj | en | 1225p
War and Peace | by Leo Tolstoy | read Neville Jason | en | 61h05

ask/two-translators
The Odyssey | by Homer | tr Robert Fagles | en | 541p
The Odyssey | by Homer | tr Emily Wilson | read Claire Danes | en | 13h30

ask/plural
The Blade Runner | by Alan Nourse | en | 213p
The Bladerunners | by Alan Nourse | en | 7h00

ask/colon-short-subtitle
Dawn | by Octavia E. Butler | en | 264p
Dawn: Xenogenesis | by Octavia E. Butler | read Aldrich Barrett | en | 9h40

ask/de-other-title-same-place
Der Wüstenplanet | by Frank Herbert | in Dune #1 | de | 800p
Dune - Der Wüstenplanet | by Frank Herbert | in Der Wüstenplanet #1 | read Jürgen Prochnow | de | 26h00

ask/fr-no-author
Les Misérables | fr
Les misérables | by Victor Hugo | read Michel Vuillermoz | fr | 56h00

ask/es-no-author
Rayuela | by Desconocido | es
Rayuela | by Julio Cortázar | read Mario De Candia | es | 20h00

ask/it-two-titles
La solitudine dei numeri primi. Romanzo d'esordio | by Paolo Giordano | it | 304p
La solitudine dei numeri primi | by P. Giordano | read Paolo Giordano | it | 7h30

ask/other-subtitle
Factfulness: Ten Reasons We're Wrong About the World | by Hans Rosling | en | 352p
Factfulness: Why Things Are Better Than You Think | by Hans Rosling | read Richard Harries | en | 8h51

ask/name-in-another-script
The Master and Margarita | by Михаил Булгаков | en | 412p
The Master and Margarita | by Mikhail Bulgakov | read Julian Rhind-Tutt | en | 16h51

ask/selected-one-author-missing
Short Stories | by Anton Chekhov | en | 200p
Short Stories | by Anton Chekhov | read Max Bollinger | en | 6h10

ask/coauthor-is-narrator
The Dalliance | by Nora Pell, Sam Reed | en | 280p
The Dalliance | by Nora Pell | read Nora Pell | en | 9h00

ask/first-volume-unlabelled
Foundation | by Isaac Asimov | en | 255p
Foundation: Foundation, Book 1 | by Isaac Asimov | read Scott Brick | en | 8h37

ask/twenty-thousand
20,000 Leagues Under the Sea | by Jules Verne | en | 140000w
Twenty Thousand Leagues Under the Sea | by Jules Verne | read James Frain | en | 15h00

ask/initial-only
Collected Ghost Stories | by M. James | en | 600p
Collected Ghost Stories | by M. R. James | read Jonathan Keeble | en | 21h00
`,
);
