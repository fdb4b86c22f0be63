import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { scenarios } = JSON.parse(
  readFileSync(new URL('../vectors/scenarios.json', import.meta.url), 'utf8'),
) as { readonly scenarios: readonly { readonly id: string }[] };

it('every scenario has a chronicle, and every chronicle a scenario', () => {
  const told = readdirSync(new URL('chronicles', import.meta.url)).map((name) => name.slice(0, 3));
  expect([...new Set(told)].sort()).toEqual(scenarios.map(({ id }) => id).sort());
});
