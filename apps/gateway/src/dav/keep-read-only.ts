import { DomainError } from '@octavo/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemFrom, sendProblem } from '../http/problem.filter.js';
import { isForDav } from './dav-paths.js';
import { MOST_BODY } from './read-propfind.js';

const ALLOWED = ['OPTIONS', 'GET', 'HEAD', 'PROPFIND'];

/**
 * Answers below /dav what needs neither a user nor a body: what can be done there, and that all else cannot. Before a
 * body is read, so that nobody sends a book to be told so in the end. LOCK is one of the others (405): who locks wants
 * to write, and a server of class 1 has no locks (RFC 4918 §18.1); Finder then mounts it as a disk to be read.
 */
export function keepReadOnly(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isForDav(request.url)) return;
    void reply.header('dav', '1');
    if (request.method === 'OPTIONS')
      return reply.headers({ allow: ALLOWED.join(', '), 'ms-author-via': 'DAV' }).send();
    if (!ALLOWED.includes(request.method)) return refuse(request, reply);
    if (Number(request.headers['content-length'] ?? 0) > MOST_BODY) {
      const tooLarge = new DomainError('request.too-large', 'The question is larger than 64 kB');
      sendProblem(problemFrom(tooLarge, request.id), request, reply);
      return reply;
    }
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.header('allow', ALLOWED.join(', '));
  const problem = problemFrom(new DomainError('request.invalid', 'Books can only be read here'), request.id);
  sendProblem({ ...problem, status: 405 }, request, reply);
  return reply;
}
