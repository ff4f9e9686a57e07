import { Problem, UploadAccepted } from '@octavo/contracts';
import { ApiProblem } from '../../api.js';

/** What the server answered to an upload. Throws an ApiProblem for a refusal, and for an answer that is none. */
export function readUploadAnswer(status: number, text: string): UploadAccepted {
  const body = asJson(text);
  const accepted = UploadAccepted.safeParse(body);
  if (isDone(status) && accepted.success) return accepted.data;
  throw uploadRefusal(status, body);
}

/** Throws an ApiProblem where the server did not take what was sent. */
export function assertTaken(status: number, text: string): void {
  if (!isDone(status)) throw uploadRefusal(status, asJson(text));
}

const isDone = (status: number) => status >= 200 && status < 300;

function uploadRefusal(status: number, body: unknown): ApiProblem {
  const problem = Problem.safeParse(body);
  return new ApiProblem(problem.success ? problem.data : refusal(status));
}

/** There was no answer: the connection broke, or the browser could not read the file any more. */
export function noUploadAnswer(): ApiProblem {
  return new ApiProblem(
    own(0, 'The file was not sent', 'The connection was lost, or the file cannot be read any more.'),
  );
}

/** Proxies refuse in their own words, most often what is too large for them. */
function refusal(status: number): Problem {
  if (status !== 413) return own(status, 'The server could not take the file', `It answered ${status}.`);
  return own(
    status,
    'The file is too large',
    'Something between this page and the server lets no file so large through.',
  );
}

function own(status: number, title: string, detail: string): Problem {
  return { type: 'about:blank', title, status, detail, instance: '' };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
