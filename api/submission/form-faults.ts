import type { FastifyRequest } from 'fastify';
import { fieldFaultsOf } from '../field-faults.ts';
import type { FieldFault } from '../schemas/problem.ts';
import { ApplicationSchema } from './schema.ts';

/** What is wrong with the form of an application; the rules judge the rest. */
export function formFaultsOf(request: FastifyRequest, application: unknown): FieldFault[] {
  const validate = request.compileValidationSchema(ApplicationSchema, 'body');
  return validate(application) ? [] : fieldFaultsOf(validate.errors ?? []);
}
