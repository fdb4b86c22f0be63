import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openapiJson } from '../api/openapi-json.ts';
import { breakingChanges } from './openapi/breaking-changes.ts';
import { clientSchemaOf } from './openapi/client-schema.ts';
import { lintDocument } from './openapi/lint-document.ts';
import { runCommand } from './run-command.ts';

const project = path.join(import.meta.dirname, '..');
const releasedFile = path.join(project, 'api', 'openapi.released.json');

/**
 * `npm run openapi:write`: writes the API's document and the client's types from the routes. `npm run check:openapi`:
 * fails where they differ, where the document breaks a rule, or where it breaks clients of the released one.
 * `npm run openapi:release`: what holds now is what clients are promised from now on.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false }, release: { type: 'boolean', default: false } },
  });
  const document = await openapiJson();
  const files = [
    { name: 'api/openapi.json', content: document },
    { name: 'clients/typescript/schema.ts', content: await clientSchemaOf(document) },
  ];
  if (values.release) await writeFile(releasedFile, document);
  const drifted = await keep(files, values.check ? 'compare' : 'write');
  const faults = [
    ...drifted.map((name) => `${name} 与路由不符：请运行 npm run openapi:write 并提交。`),
    ...(await lintDocument(document)).map((line) => `接口文档有误：${line}`),
    ...breakingChanges(await readFile(releasedFile, 'utf8'), document).map(
      (line) => `与已发布的接口不兼容：${line}`,
    ),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) {
    console.error('确需改变已发布接口的，在 CHANGELOG 中写明，再运行 npm run openapi:release。');
    process.exitCode = 1;
    return;
  }
  console.log('接口文档、客户端类型与路由一致，与已发布的接口兼容。');
});

/** The files that differed from what they should be. */
async function keep(
  files: readonly { readonly name: string; readonly content: string }[],
  how: 'compare' | 'write',
): Promise<string[]> {
  const drifted: string[] = [];
  for (const { name, content } of files) {
    const file = path.join(project, name);
    if ((await readFile(file, 'utf8').catch(() => '')) === content) continue;
    if (how === 'compare') drifted.push(name);
    else await writeFile(file, content);
  }
  return drifted;
}
