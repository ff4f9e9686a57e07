import { DomainError } from '@octavo/domain';
import type { PipeTransform } from '@nestjs/common';
import { z } from 'zod';

/** A request that does not fit its contract, with each place where it does not. */
export class InvalidRequest extends DomainError {
  constructor(readonly errors: { path: string; message: string }[]) {
    super('request.invalid', errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '));
  }
}

/** Body, query or parameter as its contract says, or 'request.invalid' with every fault. */
export function fits<Schema extends z.ZodType>(schema: Schema): PipeTransform<unknown, z.output<Schema>> {
  return {
    transform(value) {
      const parsed = schema.safeParse(value ?? {});
      if (parsed.success) return parsed.data;
      throw new InvalidRequest(
        parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
      );
    },
  };
}

/** An id in a path. What cannot be an id names nothing: 404, like any other unknown one. */
export const anId: PipeTransform<string, string> = {
  transform(value) {
    if (z.uuid().safeParse(value).success) return value;
    throw new DomainError('route.not-found', 'There is nothing with this id');
  },
};
