import type { Ask, AskOrder } from '../../ask.js';

/** What a host answers, or how the network fails. */
export interface ScriptedAnswer {
  status?: number;
  /** A text goes out as it is, everything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Instead of an answer: the word the network gives for why. */
  failure?: string;
}

/** A network that gives the answers it was told, one after the other and the last one for ever, and keeps the questions. */
export class ScriptedAsk {
  readonly orders: AskOrder[] = [];
  private readonly answers: readonly ScriptedAnswer[];

  constructor(...answers: ScriptedAnswer[]) {
    this.answers = answers;
  }

  readonly ask: Ask = (order) => {
    const {
      status = 200,
      body = '',
      headers = {},
      failure,
    } = this.answers[this.orders.length] ?? this.answers.at(-1) ?? {};
    this.orders.push(order);
    order.signal?.throwIfAborted();
    if (failure !== undefined) return Promise.reject(Object.assign(new Error('the network failed'), { failure }));
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return Promise.resolve({ status, headers, body: Buffer.from(text, 'utf8') });
  };

  /** The first question, or what is in its body. */
  get first(): AskOrder {
    const [order] = this.orders;
    if (!order) throw new Error('nothing was asked');
    return order;
  }

  json(): Record<string, Record<string, unknown>> {
    return JSON.parse(this.first.body ?? '') as Record<string, Record<string, unknown>>;
  }
}
