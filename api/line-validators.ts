import type { TSchema } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import type { LineValidator } from './directory/csv/judged-lines.ts';
import { validation } from './validation.ts';

/** Compiles schemas of lines as the API does, for a program that imports without it. */
export async function openLineValidators(): Promise<(schema: TSchema) => LineValidator> {
  const app = Fastify({ ajv: validation });
  // Fastify makes its compiler with the first route that has a schema.
  app.get('/', { schema: { querystring: { type: 'object' } } }, () => ({}));
  await app.ready();
  return (schema) => {
    const validate = app.validatorCompiler?.({ schema, method: 'POST', url: '/', httpPart: 'body' });
    if (validate === undefined) throw new Error('Fastify has no compiler of schemas');
    return validate as LineValidator;
  };
}
