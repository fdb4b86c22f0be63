import { parseArgs } from 'node:util';
import type { Role } from '../domain/roles.ts';
import { roleTitles } from '../domain/roles.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import { loadConfig } from '../platform/config.ts';
import { openHouse } from './house.ts';
import { runCommand } from './run-command.ts';
import { sampleUnits } from './sample-units.ts';

/** One ready-made person for each role, at the unit where the sample cases would reach him. */
const people = {
  window_officer: '440106990000',
  liaison_officer: '520302990000',
  station_leader: '520302990000',
  auxiliary: '440106990000',
  county_supervisor: '520302000000',
  city_supervisor: '520300000000',
  province_supervisor: '520000000000',
  system_administrator: '440000000000',
  security_administrator: '440000000000',
  auditor: '440000000000',
  api_client: '440106990000',
} as const satisfies Record<Role, string>;

/** `npm start`: leaves the whole product running on the embedded stack, with a token for each role. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const house = await openHouse({
    config: loadConfig(),
    progress: (line) => {
      console.log(line);
    },
    temporalUi: 'served',
  });
  const { apiUrl, temporalUiUrl, issuer } = house;
  const tokens = await Promise.all(
    (Object.entries(people) as [Role, string][]).map(async ([role, unit]) => {
      const unitCode = parseUnitCode(unit);
      return {
        role,
        unitCode,
        token: await issuer.sign({ officerId: `sample-${role}`, roles: [role], unitCode }),
      };
    }),
  );
  const docsUrl = `${apiUrl}/docs`;

  console.log(
    `\n接口文档      ${docsUrl}\nTemporal 页面 ${temporalUiUrl ?? '（由外部提供）'}\n\n各角色的令牌（12 小时有效）`,
  );
  for (const { role, unitCode, token } of tokens) {
    console.log(`\n${roleTitles[role]}（${role}）· ${nameOf(unitCode)}\n${token}`);
  }
  console.log('\n按 Ctrl-C 停止。');
  if (values.json) console.log(JSON.stringify({ apiUrl, docsUrl, temporalUiUrl, tokens }));

  throw new Error(await house.crashed.finally(() => house.stop()));
});

function nameOf(unitCode: UnitCode): string {
  return sampleUnits.find(({ code }) => code === unitCode)?.name ?? unitCode;
}
