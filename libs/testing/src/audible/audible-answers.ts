import type { AudibleAccount } from './audible-account.js';
import { letIn, REFUSED, type LetIn } from './audible-gate.js';
import type { AudibleQuestion, OwnersQuestion } from './audible-question.js';
import { refusalReply, type AudibleReply } from './audible-reply.js';
import { catalogueProduct, catalogueProducts } from './catalogue-answers.js';
import { libraryItem, libraryPage } from './library-answers.js';
import { lastPositions } from './positions-answer.js';
import { deregister, register } from './registration-answers.js';
import { renewToken } from './renewal-answer.js';
import { landingPage, type SignIns } from './sign-ins.js';

/** All there is behind the answers. */
export interface AudibleWorld {
  accounts: AudibleAccount[];
  /** Whose browser opens the sign-in. */
  signsIn: AudibleAccount | undefined;
  signIns: SignIns;
  /** Products beside those of libraries, by number. */
  products: Map<string, unknown>;
}

type Route = [
  method: string,
  path: RegExp,
  answer: (question: AudibleQuestion, world: AudibleWorld, name: string) => AudibleReply,
];
type OwnersRoute = [path: RegExp, answer: (question: OwnersQuestion, name: string) => AudibleReply];

const OPEN: readonly Route[] = [
  ['POST', /^\/auth\/token$/, (question, { accounts }) => renewToken(question, accounts)],
  ['POST', /^\/auth\/register$/, (question, { signIns }) => register(question, signIns)],
  ['POST', /^\/auth\/deregister$/, (question, { accounts }) => deregister(question, accounts)],
  ['GET', /^\/ap\/signin$/, (question, world) => signInPage(question, world)],
  ['GET', /^\/ap\/maplanding$/, (question) => landingPage(question)],
  ['GET', /^\/1\.0\/catalog\/products$/, (question, world) => catalogueProducts(question, finder(question, world))],
  [
    'GET',
    /^\/1\.0\/catalog\/products\/([^/]+)$/,
    (question, world, asin) => catalogueProduct(question, finder(question, world), asin),
  ],
];

const OWNERS: readonly OwnersRoute[] = [
  [/^\/1\.0\/library$/, (question) => libraryPage(question)],
  [/^\/1\.0\/library\/([^/]+)$/, (question, asin) => libraryItem(question, asin)],
  [/^\/1\.0\/annotations\/lastpositions$/, (question) => lastPositions(question)],
];

/** Answers honestly. Whoever is let in is written down; what the stand-in does not know is 501, so that it is noticed. */
export function answerFrom(question: AudibleQuestion, world: AudibleWorld): AudibleReply {
  const { method, path } = question.seen;
  const open = OPEN.find(([ofMethod, fits]) => ofMethod === method && fits.test(path));
  if (open) return open[2](question, world, nameIn(path, open[1]));
  const owners = OWNERS.find(([fits]) => method === 'GET' && fits.test(path));
  if (!owners) return refusalReply(501, 'The stand-in knows nothing of this.');
  const pass = letIn(question, world.accounts);
  if ('status' in pass) return pass;
  if (isRejected(pass, question)) return REFUSED;
  return owners[1]({ ...question, account: pass.account }, nameIn(path, owners[0]));
}

/** Writes down who asks, as far as the request proves it, whatever it is answered with. */
export function noteWhoAsks(question: AudibleQuestion, { accounts }: AudibleWorld): void {
  const { seen } = question;
  if (!seen.path.startsWith('/1.0/')) return;
  const pass = letIn(question, accounts);
  if (!('status' in pass)) Object.assign(seen, { account: pass.account.name, by: pass.by });
}

function isRejected({ by }: LetIn, { treat }: AudibleQuestion): boolean {
  return (by === 'signature' ? treat.rejectSignature : treat.rejectToken) === true;
}

function signInPage(question: AudibleQuestion, { accounts, signsIn, signIns }: AudibleWorld): AudibleReply {
  const account = signsIn ?? accounts[0];
  if (!account) return refusalReply(501, 'The stand-in has no account.');
  return signIns.page(question, account);
}

function finder({ seen }: AudibleQuestion, { accounts, products }: AudibleWorld): (asin: string) => unknown {
  return (asin) => {
    const owned = accounts.flatMap((account) => account.library(seen.country).find(asin) ?? []);
    return products.get(asin) ?? owned[0]?.row;
  };
}

function nameIn(path: string, pattern: RegExp): string {
  return pattern.exec(path)?.[1] ?? '';
}
