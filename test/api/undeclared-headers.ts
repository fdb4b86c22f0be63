import { readFileSync } from 'node:fs';
import type { LightMyRequestResponse as Response } from 'fastify';
import { answerHeaders } from '../../api/answer-headers.ts';

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { readonly responses: Readonly<Record<string, { readonly headers?: object }>> }>
      >
    >
  >;
}

const document = JSON.parse(
  readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'),
) as Document;

/** Those without parameters first, as the router has it. */
const paths = Object.entries(document.paths)
  .map(([path, operations]) => ({
    address: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    parameters: path.split('{').length,
    operations,
  }))
  .sort((one, other) => one.parameters - other.parameters);

/**
 * Holds an answer to the document: what it says beside its body, it says as the operation declares. Of answers that give
 * what was asked; what is refused may say besides what was known by then.
 * @throws {Error} that names what is not declared.
 */
export function expectDeclaredHeaders(method: string, url: string, { statusCode, headers }: Response): void {
  if (statusCode >= 400) return;
  const [address = ''] = url.split('?');
  const operation = paths.find((path) => path.address.test(address))?.operations[method.toLowerCase()];
  if (operation === undefined) return;
  const declared = operation.responses[statusCode]?.headers ?? {};
  const undeclared = Object.entries(answerHeaders)
    .filter(([header, { name }]) => header in headers && !Object.hasOwn(declared, name))
    .map(([, { name }]) => name);
  if (undeclared.length > 0) {
    throw new Error(`headers not declared: ${method} ${address} ${statusCode} ${undeclared.join(', ')}`);
  }
}
