import { expect, it } from 'vitest';
import { maxToldFaults } from '../../api/schemas/problem.ts';
import { createHouseDatabase } from '../house/house.ts';
import { openDoor } from './door.ts';

const door = await openDoor(await createHouseDatabase(), undefined as never);

/** What is wrong with so many fields that nobody knows. */
async function faultsOf(count: number) {
  // A name of letters is told, so that each is a fault of its own.
  const nameOf = (index: number) =>
    String(index).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  const body = Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), index]));
  const options = { body: { ...body, url: 'https://program.example/', kinds: [] } };
  const response = await door.call('administrator', 'POST', '/v1/webhook-endpoints', options);
  expect(response.statusCode).toBe(422);
  return response.json<{ errors: { pointer: string; code: string; message: string }[] }>().errors;
}

it('tells a hundred faults one by one, and of more how many there are', async () => {
  expect(await faultsOf(maxToldFaults)).toHaveLength(maxToldFaults);
  const told = await faultsOf(maxToldFaults + 7);
  expect(told).toHaveLength(maxToldFaults + 1);
  expect(told.at(0)?.code).toBe('unknown_field');
  const message = '另有7处错误未逐一列出，请先改正以上各项。';
  expect(told.at(-1)).toEqual({ pointer: '', code: 'more_faults', message });
});
