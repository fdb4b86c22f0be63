import { describe, expect, it } from 'vitest';
import { waitFor } from '../../platform/wait-for.ts';

describe('waitFor', () => {
  it('gives the first value, whatever came before it', async () => {
    const answers: (() => string | false | undefined)[] = [
      () => undefined,
      () => false,
      () => {
        throw new Error('not yet');
      },
      () => 'here',
    ];
    const next = () => answers.shift()?.();
    await expect(waitFor(next, { timeoutMs: 30_000, what: 'answer' })).resolves.toBe('here');
  });

  it('says what it waited for, and why it was not there', async () => {
    const refused = new Error('refused');
    const wait = waitFor(() => Promise.reject<string>(refused), { timeoutMs: 1, what: 'the server' });
    const error: unknown = await wait.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ cause: refused });
    expect(String(error)).toContain('the server');
  });
});
