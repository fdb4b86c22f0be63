import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { openapiJson } from '../api/openapi-json.ts';
import type { DescribedOperation } from './authority-document.ts';
import { authorityDocument } from './authority-document.ts';

const name = 'docs/authority.md';
const file = path.join(import.meta.dirname, '..', name);

type Paths = Record<string, Record<string, { readonly operationId: string }>>;
const { paths } = JSON.parse(await openapiJson()) as { readonly paths: Paths };
const operations = Object.entries(paths).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, { operationId }]): DescribedOperation => ({
    operationId,
    method: method.toUpperCase(),
    path: address,
  })),
);
const settings = await resolveConfig(import.meta.filename);
const contents = await format(authorityDocument(operations), { ...settings, parser: 'markdown' });

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const isUpToDate = (await readFile(file, 'utf8').catch(() => '')) === contents;
if (!values.check && !isUpToDate) await writeFile(file, contents);
if (values.check && !isUpToDate) {
  console.error(`${name} 与权限表不符：请运行 npm run authority:write 并提交。`);
  process.exitCode = 1;
} else {
  console.log(`${name} 与权限表一致。`);
}
