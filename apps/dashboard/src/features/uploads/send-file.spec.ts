import { sendFile } from './send-file.js';

const id = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';
const accepted = { jobId: id, libraryId: id, path: 'Emma.epub', alreadyThere: false };

/** A stand-in for the browser's XMLHttpRequest that does what it is told. */
class FakeRequest {
  static last: FakeRequest | undefined;
  readonly upload: { onprogress?: (event: { loaded: number }) => void } = {};
  status = 202;
  responseText = JSON.stringify(accepted);
  address = '';
  body: FormData | undefined;
  onload = () => {};
  onerror = () => {};
  onabort = () => {};

  constructor() {
    FakeRequest.last = this;
  }
  open = (_method: string, address: string) => (this.address = address);
  setRequestHeader = () => {};
  send = (body: FormData) => (this.body = body);
  abort = () => this.onabort();
}

function begin(controller = new AbortController()) {
  const steps: number[] = [];
  const file = new File([new Uint8Array(10)], 'Emma.epub');
  const answer = sendFile(file, id, { signal: controller.signal, onProgress: (sent) => steps.push(sent) });
  return { answer, steps, controller, request: FakeRequest.last };
}

describe('sending a file', () => {
  const known = Object.getOwnPropertyDescriptor(globalThis, 'XMLHttpRequest');
  beforeEach(() => {
    FakeRequest.last = undefined;
    Object.defineProperty(globalThis, 'XMLHttpRequest', { value: FakeRequest, configurable: true });
  });
  afterAll(() => {
    if (known) Object.defineProperty(globalThis, 'XMLHttpRequest', known);
  });

  it('names its library, carries it under its name and gives the answer', async () => {
    const { answer, request } = begin();
    request?.onload();
    expect(await answer).toEqual(accepted);
    expect(request?.address).toBe(`/api/uploads?libraryId=${id}`);
    expect((request?.body?.get('file') as File).name).toBe('Emma.epub');
  });

  it('tells how much of the file is sent, without the lines around it', () => {
    const { steps, request } = begin();
    for (const loaded of [4, 10, 180]) request?.upload.onprogress?.({ loaded });
    expect(steps).toEqual([4, 10, 10]);
  });

  it('fails where the connection breaks', async () => {
    const { answer, request } = begin();
    request?.onerror();
    await expect(answer).rejects.toMatchObject({ name: 'ApiProblem', status: 0 });
  });

  it('stops when it is given up', async () => {
    const { answer, controller } = begin();
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not begin when it was given up before', async () => {
    const { answer, request } = begin(abortedController());
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(request).toBeUndefined();
  });
});

function abortedController(): AbortController {
  const controller = new AbortController();
  controller.abort();
  return controller;
}
