import { PrismaPg } from '@prisma/adapter-pg';
import { Debug } from '@prisma/client/runtime/client';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;
type Statement = Parameters<Adapter['executeRaw']>[0];

/** Prisma's last words, for a report of its own that nobody asks for: so many, with all that was given in them. */
const LAST_WORDS = 100;
/** In characters. What is shorter may stay. */
const LONG = 20_000;

/**
 * Prisma's way to PostgreSQL, which lets go of what was written once it is written. By itself Prisma keeps its last
 * hundred statements with all their parameters, in the client and in the adapter both: where books are kept by the
 * hundred, that is tens of megabytes.
 */
export class ForgetfulPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = forgetful(await super.connect());
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level): Promise<Transaction> => forgetful(await startTransaction(level));
    return adapter;
  }
}

/** The adapter and each transaction note the statements they are handed: each is handed a copy, emptied afterwards. */
function forgetful<Queryable extends Pick<Adapter, 'queryRaw' | 'executeRaw'>>(queryable: Queryable): Queryable {
  const queryRaw = queryable.queryRaw.bind(queryable);
  const executeRaw = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (statement) => thenForget(statement, queryRaw);
  queryable.executeRaw = (statement) => thenForget(statement, executeRaw);
  return queryable;
}

async function thenForget<Result>(
  statement: Statement,
  carryOut: (statement: Statement) => Promise<Result>,
): Promise<Result> {
  const copy = { ...statement };
  try {
    return await carryOut(copy);
  } finally {
    copy.args = [];
    if (statement.args.some((given) => typeof given === 'string' && given.length > LONG)) pushOut();
  }
}

const say = Debug('octavo:nothing');

/** The client's own notes cannot be reached, only filled with something else. */
function pushOut(): void {
  if (Debug.enabled('octavo:nothing')) return; // whoever reads them along (DEBUG=*) is spared a hundred empty lines
  for (let said = 0; said < LAST_WORDS; said += 1) say('');
}
