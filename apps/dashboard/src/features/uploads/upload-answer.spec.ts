import { ApiProblem } from '../../api.js';
import { noUploadAnswer, readUploadAnswer } from './upload-answer.js';

const id = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';
const accepted = { jobId: id, libraryId: id, path: 'Emma.epub', alreadyThere: false };
const problem = { type: '/problems/library.read-only', title: 'No', status: 403, detail: 'Not there', instance: 'r' };

function refused(status: number, text: string): ApiProblem {
  try {
    readUploadAnswer(status, text);
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('the answer to an upload', () => {
  it('says where the file lies and which job reads it', () => {
    expect(readUploadAnswer(202, JSON.stringify(accepted))).toEqual(accepted);
  });

  it('is the server’s problem, where it sends one', () => {
    expect(refused(403, JSON.stringify(problem)).problem).toEqual(problem);
  });

  it.each(['', '<html>', '{}', 'null'])('that is no answer is a problem too: %j', (text) => {
    expect(refused(200, text).status).toBe(200);
    expect(refused(502, text).status).toBe(502);
  });

  it('tells a proxy that takes no large files', () => {
    expect(refused(413, '<h1>413 Request Entity Too Large</h1>').message).toContain('Something between');
  });

  it('may never come', () => {
    expect(noUploadAnswer().status).toBe(0);
  });
});
