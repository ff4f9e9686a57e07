import { pairsOf } from '../pairs-of.js';

/** One title, two books: other people wrote them, or told the story again. */
export const OTHER_PEOPLE = pairsOf(
  'different',
  `
author/the-stranger
The Stranger | by Albert Camus | en
The Stranger | by Harlan Coben | read George Newbern | en

author/girl-on-train
The Girl on the Train | by Paula Hawkins | en
Girl on a Train | by A. J. Waines | en

author/outliers
The Chain | by Adrian McKinty | en
The Chain | by Simon Lelic | en

author/inferno
Inferno | by Dan Brown | en
Inferno | by Dante Alighieri | en

author/the-institute
The Institute | by Stephen King | en
The Institute | by James Osiris Baldwin | en

author/hunger
Hunger | by Knut Hamsun | en
Hunger | by Roxane Gay | read Roxane Gay | en

author/misery
It | by Stephen King | en
It | by Alexa Chung | en

author/life-after-life
Life After Life | by Kate Atkinson | en
Life After Life | by Raymond Moody | en

author/the-lottery
The Lottery | by Shirley Jackson | en
The Lottery | by Patricia Wood | en

author/twilight
Twilight | by Stephenie Meyer | in The Twilight Saga #1 | en
Twilight | by William Gay | en

author/the-passage
The Passage | by Justin Cronin | in The Passage #1 | en
The Passage | by Connie Willis | en

author/joyland
Joyland | by Stephen King | en
Joyland | by Emily Schultz | en

author/selected-poems
Selected Poems | by Pablo Neruda, W. S. Merwin | en
Selected Poems | by W. S. Merwin | en

author/selected-poems-2
Selected Poems | by Emily Dickinson | en
Selected Poems | by Robert Frost | en

author/autobiography
Autobiography | by Morrissey | en
Autobiography | by Benjamin Franklin | en

author/letters
Letters | by Seneca | en
Letters | by John Keats | en

author/brothers-names
Jack | by Henry James | en
Jack | by William James | en

author/same-surname-king
Wild Seed | by Stephen King | en
Wild Seed | by Tabitha King | en

author/same-surname-smith
The Return | by John Smith | en
The Return | by Jane Smith | en

author/same-surname-herbert
Dune | by Frank Herbert | en
Dune | by Brian Herbert | en

author/narrator-is-other-author
Stories | by Anton Chekhov | en | 200p
Stories | by Kenneth Branagh | read Kenneth Branagh | en

author/narrator-wrote-other
Heroes | by Stephen Fry | en | 480p
Heroes | by Paul Johnson | read Stephen Fry | en | 10h00

author/retelling-odyssey
The Odyssey | by Homer | en | 541p
The Odyssey | by Stephen Mitchell Reid | en | 3h00

author/retelling-circe
Mythos | by Stephen Fry | en
Mythos | by Thomas Keller | en

author/retelling-children
Moby Dick | by Herman Melville | en | 600p
Moby Dick: Retold for Children | by Herman Melville | en | 1h10

author/retold-by
Robinson Crusoe | by Daniel Defoe | en | 320p
Robinson Crusoe, Retold by Timothy Meis | by Daniel Defoe | en | 1h40

author/zombies
Pride and Prejudice | by Jane Austen | en
Pride and Prejudice and Zombies | by Jane Austen, Seth Grahame-Smith | en

author/de-heimweg
Der Heimweg | by Sebastian Fitzek | de
Der Heimweg | by Harald Martenstein | de

author/de-stille
Stille | by Erling Kagge | de
Stille | by Tim Parks | de

author/de-der-richter
Der Richter | by John Grisham | de
Der Richter | by Elisabeth Herrmann | de

author/fr-la-cle
La clé | by Junichiro Tanizaki | fr
La clé | by Patricia Wentworth | fr

author/fr-silence
Silence | by Shūsaku Endō | fr
Silence | by Natasha Preston | fr

author/es-el-juego
El juego | by Lara Avery | es
El juego | by Antonio Orejudo | es

author/it-il-cacciatore
Il cacciatore | by Lars Kepler | it
Il cacciatore | by Campbell Armstrong | it

author/wool
Wool | by Hugh Howey | en
Wool | by Clara Parkes | en

author/range
Range: Why Generalists Triumph in a Specialized World | by David Epstein | en
Range | by Jonathan Fenby | en

author/grit
Grit: The Power of Passion and Perseverance | by Angela Duckworth | en
Grit | by Gillian French | en

author/flow
Flow: The Psychology of Optimal Experience | by Mihaly Csikszentmihalyi | en
Flow | by Philip Ball | en

author/principles
Principles: Life and Work | by Ray Dalio | en
Principles | by Andrew Koontz | en

author/isbn-lie
The Stranger | by Albert Camus | isbn 9780679720201 | en
Life of Pi | by Yann Martel | isbn 9780679720201 | en

author/history-of-rome
The History of Rome | by Livy | en
The History of Rome | by Theodor Mommsen | en

author/steve-jobs
Steve Jobs | by Walter Isaacson | en
Steve Jobs: The Man Who Thought Different | by Karen Blumenthal | en

author/einstein
Einstein: His Life and Universe | by Walter Isaacson | en
Einstein | by Jürgen Neffe | en

author/napoleon
Napoleon: A Life | by Andrew Roberts | en
Napoleon: A Life | by Adam Zamoyski | en

author/introducing-same-translator
The Trial | by Franz Kafka, David Wyllie | en
The Castle | by Franz Kafka, David Wyllie | en
`,
);
