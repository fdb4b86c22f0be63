import openapiTS, { astToString } from 'openapi-typescript';

/** The types of the TypeScript client, generated from the document. */
export async function clientSchemaOf(document: string): Promise<string> {
  const types = await openapiTS(document, { alphabetize: true });
  return `// Generated from api/openapi.json by \`npm run openapi:write\`.\n${astToString(types)}`;
}
