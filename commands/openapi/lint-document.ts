import { createConfig, lintFromString } from '@redocly/openapi-core';

/** Beyond the recommended rules: what an integrator tries out must work. */
const rules = {
  'no-invalid-media-type-examples': 'error',
  'no-invalid-schema-examples': 'error',
  'no-invalid-parameter-examples': 'error',
  // Whether the process lives and is ready is answered to everybody, whatever he asks.
  'operation-4xx-response': 'off',
  // Where it is served is the operator's to say.
  'no-empty-servers': 'off',
} as const;

/** What is wrong with the document, a line each. */
export async function lintDocument(document: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'], rules });
  const problems = await lintFromString({ source: document, absoluteRef: 'api/openapi.json', config });
  return problems.map(
    ({ ruleId, message, location: [at] }) => `${ruleId}: ${message} (${at?.pointer ?? ''})`,
  );
}
