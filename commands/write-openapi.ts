import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openapiJson } from '../api/openapi-json.ts';

const file = path.join(import.meta.dirname, '..', 'api', 'openapi.json');

const { values } = parseArgs({ options: { check: { type: 'boolean' }, json: { type: 'boolean' } } });
const check = values.check === true;
const document = await openapiJson();
const upToDate = (await readFile(file, 'utf8').catch(() => '')) === document;
if (!check && !upToDate) await writeFile(file, document);

const drifted = check && !upToDate;
console.log(
  drifted
    ? 'api/openapi.json 与路由不符：请运行 npm run openapi:write 并提交。'
    : 'api/openapi.json 与路由一致。',
);
if (values.json === true) console.log(JSON.stringify({ file: 'api/openapi.json', drifted }));
process.exitCode = drifted ? 1 : 0;
