import { parseArgs } from 'node:util';
import { roleTitles } from '../domain/roles.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import { loadConfig } from '../platform/config.ts';
import { openHouse } from './house.ts';
import { runCommand } from './run-command.ts';
import { samplePeople } from './sample-people.ts';
import { sampleUnits } from './sample-units.ts';

/** `npm start`: leaves the whole product running on the embedded stack, with a token for each role. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const config = loadConfig();
  const house = await openHouse({
    config,
    progress: (line) => {
      console.log(line);
    },
    temporalUi: 'served',
    people: 'as_configured',
  });
  const { apiUrl, temporalUiUrl, issuer } = house;
  const tokens = await Promise.all(
    (issuer === undefined ? [] : samplePeople).map(async ({ role, ...person }) => ({
      ...{ role, unitCode: person.unitCode, token: await issuer?.sign(person) },
    })),
  );
  const docsUrl = `${apiUrl}/docs`;
  // By name: browsers take cookies that need TLS from a machine of that name without it.
  const pages = config.api.publicUrl?.replace(/\/$/, '') ?? apiUrl.replace('//127.0.0.1:', '//localhost:');
  const loginUrl = `${pages}/session/login?returnTo=/docs/`;
  const byWhom = issuer === undefined ? '由所设的身份提供方登录' : '仅供开发：选人即登录，不核对身份';

  console.log(
    `\n接口文档      ${docsUrl}\n页面登录      ${loginUrl}（${byWhom}）\nTemporal 页面 ${temporalUiUrl ?? '（由外部提供）'}`,
  );
  console.log(issuer === undefined ? '\n令牌由身份提供方签发。' : '\n各角色的令牌（12 小时有效）');
  for (const { role, unitCode, token } of tokens) {
    console.log(`\n${roleTitles[role]}（${role}）· ${nameOf(unitCode)}\n${token}`);
  }
  console.log('\n按 Ctrl-C 停止。');
  if (values.json) console.log(JSON.stringify({ apiUrl, docsUrl, loginUrl, temporalUiUrl, tokens }));

  throw new Error(await house.crashed.finally(() => house.stop()));
});

function nameOf(unitCode: UnitCode): string {
  return sampleUnits.find(({ code }) => code === unitCode)?.name ?? unitCode;
}
