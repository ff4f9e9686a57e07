import { Problem } from '@octavo/contracts';
import type { z } from 'zod';

/** A request that did not succeed, carrying the server's RFC 9457 problem, or one of ours where it sent none (status 0: no answer). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly problem: Problem,
    cause?: unknown,
  ) {
    super(problem.detail, { cause });
  }

  get status(): number {
    return this.problem.status;
  }

  /** The code of the problem table: the last part of `type`. */
  get code(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
}

/** Asks the gateway and parses its answer by the contract. Throws an ApiProblem for every other outcome. */
export async function ask<Contract extends z.ZodType>(
  contract: Contract,
  address: string,
  options: Ask = {},
): Promise<z.output<Contract>> {
  const response = await send(address, options);
  const parsed = contract.safeParse(await readJson(response));
  if (parsed.success) return parsed.data;
  const detail = `${address} answered in a form this page does not know. Reload it; the server may be newer.`;
  throw new ApiProblem(ownProblem(response.status, 'The answer was not understood', detail), parsed.error);
}

/** Asks for something whose answer does not matter beyond having succeeded. */
export async function tell(address: string, options: Ask): Promise<void> {
  await send(address, options);
}

/** A path with the values that are set as its query. */
export function withQuery(path: string, values: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Any error as words for a person. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  return ownProblem(0, 'Something went wrong in this page', error instanceof Error ? error.message : String(error));
}

async function send(address: string, { method = 'GET', body, signal }: Ask): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal };
  const response = await fetch(address, sent).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    const detail = 'Check that it is running and that this device is on its network.';
    throw new ApiProblem(ownProblem(0, 'The server does not answer', detail), cause);
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<ApiProblem> {
  const parsed = Problem.safeParse(await readJson(response));
  if (parsed.success) return new ApiProblem(parsed.data);
  const detail = `It answered ${response.status} ${response.statusText}`.trim() + '.';
  return new ApiProblem(ownProblem(response.status, 'The server could not do this', detail));
}

/** The body, or undefined where it is not JSON: what that means is for the contract to say. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function ownProblem(status: number, title: string, detail: string): Problem {
  return { type: 'about:blank', title, status, detail, instance: '' };
}
