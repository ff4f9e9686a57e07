import { sendCover } from './send-cover.js';

/** A stand-in for the browser's XMLHttpRequest that is answered at once. */
class FakeRequest {
  static answer = { status: 204, responseText: '' };
  static sent: { method: string; address: string; body?: FormData } | undefined;
  readonly upload: { onprogress?: (event: { loaded: number }) => void } = {};
  readonly status = FakeRequest.answer.status;
  readonly responseText = FakeRequest.answer.responseText;
  onload = () => {};

  open = (method: string, address: string) => (FakeRequest.sent = { method, address });
  setRequestHeader = () => {};
  send = (body: FormData) => {
    FakeRequest.sent = { ...FakeRequest.sent!, body };
    this.upload.onprogress?.({ loaded: 10 });
    this.onload();
  };
}

const picture = new File([new Uint8Array(10)], 'cover.png');
const problem = {
  type: '/problems/file.unreadable',
  title: 'Damaged',
  status: 422,
  detail: 'No picture',
  instance: '',
};

describe('a picture that is to be a cover', () => {
  const known = Object.getOwnPropertyDescriptor(globalThis, 'XMLHttpRequest');
  const steps: number[] = [];
  const send = (status: number, responseText = '') => {
    FakeRequest.answer = { status, responseText };
    const { signal } = new AbortController();
    return sendCover(picture, 'b 1', { signal, onProgress: (sent) => steps.push(sent) });
  };
  beforeEach(() => {
    steps.splice(0);
    Object.defineProperty(globalThis, 'XMLHttpRequest', { value: FakeRequest, configurable: true });
  });
  afterAll(() => {
    if (known) Object.defineProperty(globalThis, 'XMLHttpRequest', known);
  });

  it('goes to its book under its name, and it is told how far it is', async () => {
    await send(204);
    expect(FakeRequest.sent).toMatchObject({ method: 'PUT', address: '/api/books/b%201/cover' });
    expect((FakeRequest.sent?.body?.get('file') as File).name).toBe('cover.png');
    expect(steps).toEqual([10]);
  });

  it('may be refused, by the server or by a proxy before it', async () => {
    await expect(send(422, JSON.stringify(problem))).rejects.toMatchObject({ problem });
    await expect(send(413, '<h1>Too large</h1>')).rejects.toMatchObject({ name: 'ApiProblem', status: 413 });
  });
});
