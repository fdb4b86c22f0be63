import { describe, expect, it, onTestFinished } from 'vitest';
import { createWebhookChannel } from '../../activities/notices/channels/webhook.ts';
import type { GuardOptions } from '../../platform/outgoing/guard.ts';
import { createOutgoingGuard } from '../../platform/outgoing/guard.ts';
import { parseNetworks } from '../../platform/outgoing/networks.ts';
import { failureOf, messageTo } from '../notices/messages.ts';
import { startHttpServer } from '../notices/receivers.ts';

const secrets = [`whsec_${Buffer.from('an invented secret of tests').toString('base64')}`];

/** A guard to whom a name has, each time it is asked for, the next of these addresses. */
function guardWhere(answers: readonly string[][], change: Partial<GuardOptions> = {}) {
  const asked: string[] = [];
  const guard = createOutgoingGuard({
    environment: 'development',
    allowedNetworks: [],
    resolve: (host) => {
      const addresses = answers[asked.length] ?? [];
      asked.push(host);
      return Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
    ...change,
  });
  onTestFinished(() => guard.close());
  return { guard, asked };
}

describe('an address that others name is refused', () => {
  it.each([
    'http://program.police.invalid/in',
    'ftp://program.police.invalid/in',
    'http://10.0.0.1/in',
    'http://[::1%25lo]/in',
  ])('without TLS: %s', async (url) => {
    const { guard } = guardWhere([]);
    expect(await guard.findFault(url)).toMatchObject({ code: 'https_needed' });
  });

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.2', '169.254.169.254', '172.16.0.1', '192.0.0.1'],
    ...['192.168.0.1', '198.18.0.1', '198.51.100.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['0x7f.2', '2130706434', '0177.0.0.2', '[::]', '[fc00::1]', '[fe80::1]', '[fec0::1]', '[ff02::1]'],
    ...['[::ffff:10.0.0.1]', '[::10.0.0.1]', '[64:ff9b::a00:1]', '[2002:a00:1::]', '[2001:db8::1]'],
  ])('in networks that are not public: %s', async (host) => {
    const { guard } = guardWhere([]);
    expect(await guard.findFault(`https://${host}/in`)).toMatchObject({ code: 'address_not_allowed' });
  });

  it('when one of the addresses of its name is', async () => {
    const { guard } = guardWhere([['93.184.215.14', '10.0.0.1']]);
    expect(await guard.findFault('https://program.police.invalid/in')).toMatchObject({
      code: 'address_not_allowed',
    });
  });

  it('in production on this machine', async () => {
    const { guard } = guardWhere([['127.0.0.1']], { environment: 'production' });
    expect(await guard.findFault('http://127.0.0.1/in')).toMatchObject({ code: 'https_needed' });
    expect(await guard.findFault('https://[::1]/in')).toMatchObject({ code: 'address_not_allowed' });
    expect(await guard.findFault('https://localhost/in')).toMatchObject({ code: 'address_not_allowed' });
  });
});

describe('an address is taken', () => {
  it('that is public, or whose name is not known here', async () => {
    const { guard } = guardWhere([['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c']]);
    expect(await guard.findFault('https://93.184.215.14/in')).toBeUndefined();
    expect(await guard.findFault('https://program.police.invalid/in')).toBeUndefined();
    expect(await guard.findFault('https://unknown.police.invalid/in')).toBeUndefined();
  });

  it('in a network of our own that is named, and no other', async () => {
    const allowedNetworks = parseNetworks('10.8.0.0/16, fd00:8::/32');
    const { guard } = guardWhere([['10.8.1.1', 'fd00:8::1'], ['10.9.1.1']], {
      environment: 'production',
      allowedNetworks,
    });
    expect(await guard.findFault('https://program.police.invalid/in')).toBeUndefined();
    expect(await guard.findFault('https://program.police.invalid/in')).toBeDefined();
    expect(await guard.findFault('https://10.8.0.1/in')).toBeUndefined();
    expect(await guard.findFault('https://[::ffff:10.8.0.1]/in')).toBeUndefined();
    expect(await guard.findFault('https://[fd00:9::1]/in')).toBeDefined();
    expect(await guard.findFault('http://10.8.0.1/in')).toMatchObject({ code: 'https_needed' });
  });
});

describe('a delivery', () => {
  it('to a name that pointed outside when it was saved and inside now is not made', async () => {
    const server = await startHttpServer();
    const { guard, asked } = guardWhere([['93.184.215.14'], ['127.0.0.1']]);
    const url = `https://rebinding.police.invalid:${server.port}/in`;
    let connections = 0;
    server.onConnection(() => (connections += 1));
    expect(await guard.findFault(url)).toBeUndefined();
    const failure = await failureOf(
      createWebhookChannel(guard.send),
      messageTo({ kind: 'endpoint', url, secrets }),
    );
    expect(failure).toMatchObject({ kind: 'permanent', code: 'address_not_allowed' });
    expect(asked).toEqual(['rebinding.police.invalid', 'rebinding.police.invalid']);
    expect(connections).toBe(0);
  });

  it('goes to the address that was checked; the name is not looked up again', async () => {
    const server = await startHttpServer();
    const { guard, asked } = guardWhere([['127.0.0.1'], ['10.0.0.1']]);
    const url = `http://localhost:${server.port}/in`;
    await createWebhookChannel(guard.send).send(messageTo({ kind: 'endpoint', url, secrets }));
    expect(server.posted).toHaveLength(1);
    expect(asked).toEqual(['localhost']);
  });

  it('to an address written out in an inner network is not made', async () => {
    const { guard } = guardWhere([]);
    const channel = createWebhookChannel(guard.send);
    for (const url of ['https://10.0.0.1/in', 'https://[::ffff:169.254.169.254]/latest']) {
      expect(await failureOf(channel, messageTo({ kind: 'endpoint', url, secrets }))).toMatchObject({
        code: 'address_not_allowed',
      });
    }
  });
});
