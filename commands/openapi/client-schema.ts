import openapiTS, { astToString } from 'openapi-typescript';

/** The types of the TypeScript client, generated from the document. */
export async function clientSchemaOf(document: string): Promise<string> {
  const types = await openapiTS(withoutExamples(document), { alphabetize: true });
  return `// Generated from api/openapi.json by \`npm run openapi:write\`.\n${astToString(types)}`;
}

/** Whoever writes code sees the types of an answer; whole answers would make ten thousand lines of comments. */
function withoutExamples(document: string): string {
  return JSON.stringify(
    JSON.parse(document, (key, value: unknown) =>
      key === 'example' || (key === 'examples' && !Array.isArray(value)) ? undefined : value,
    ),
  );
}
