import { foldText, roleFrom, type Role } from '@octavo/domain';

/** What people did, as the shops say it; folded on both sides. */
const WORDS: readonly [Role, string][] = [
  [
    'author',
    'author|autor|autorin|auteur|auteure|autrice|autore|autora|schrijver|forfattare|skribent|verfasser|yazar|written by|text|texte|testi|writer|著|著者|作者|作|原作|原著|المؤلف',
  ],
  [
    'illustrator',
    'illustrator|illustratorin|illustrateur|illustratrice|illustratore|illustrations|illustrated by|ilustrador|ilustradora|illustrator|ilustrator|ilustracje|cizer|resimleyen|artist|kunstler|dessins|dessinateur|イラスト|絵|画|作画|漫画|插图|绘者|الرسام',
  ],
  [
    'translator',
    'translator|ubersetzer|ubersetzerin|ubersetzung|traducteur|traductrice|traduction|traduttore|traduttrice|traduzione|traductor|traductora|traduccion|tradutor|tradutora|traducao|vertaler|oversattare|tłumacz|tłumaczenie|cevirmen|ceviri|翻訳|訳|訳者|译者|翻译|مترجم|المترجم',
  ],
  [
    'narrator',
    'narrator|reader|read by|erzahler|erzahlerin|sprecher|sprecherin|narrateur|narratrice|lu par|narration|narratore|lettore|voce narrante|letto da|narrador|narradora|locutor|verteller|verteld door|voorlezer|upplasare|berattare|inlasare|lektor|anlatıcı|seslendiren|ナレーター|ナレーション|朗読|朗读者|讲述者|الراوي',
  ],
  [
    'editor',
    'editor|series editor|herausgeber|herausgeberin|editeur|editeur scientifique|sous la direction de|directeur|redacteur|redacteur en chef|curatore|a cura di|coordinador|coordinadora|compilador|organizador|organizadora|redacteur|redaktor|redaktör|redakcja|editor|derleyen|編集|編|編者|監修|编者|编辑|主编|المحرر',
  ],
  ['coverArtist', 'cover artist|cover art|cover design|umschlaggestaltung|couverture|copertina'],
  ['colorist', 'colorist|colourist|coloriste|colori|colorista|kolorist'],
  ['penciller', 'penciller|pencils|crayonne|dibujante|disegni|disegnatore'],
  ['inker', 'inker|inks|encreur|entintador|chine'],
  ['letterer', 'letterer|lettering|lettrage'],
];

const ROLE_OF = new Map<string, Role>(
  WORDS.flatMap(([role, words]) => words.split('|').map((word): [string, Role] => [foldText(word), role])),
);

/**
 * What the words behind a name say the person did: "(Author)", "(Übersetzer)", "(Author, Illustrator)", "(著)". Words
 * that are not known are 'other'; none at all mean an author.
 */
export function rolesFrom(words: string): Role[] {
  const parts = words
    .slice(0, 200)
    .split(/[,;/&()（）[\]、・]|\s(?:and|und|et|e|y|en|och)\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return ['author'];
  const roles = new Set(parts.map(roleOf));
  if (roles.size > 1) roles.delete('other');
  return [...roles];
}

function roleOf(word: string): Role {
  return ROLE_OF.get(foldText(word)) ?? roleFrom(word);
}
