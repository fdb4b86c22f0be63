import { describe, expect, it } from 'vitest';
import { createLanes } from '../../activities/documents/lanes.ts';

const refused = (reason: string) => new Error(reason);

describe('lanes', () => {
  it('never runs more tasks than there are lanes, and runs them in order', async () => {
    const lanes = createLanes({ lanes: 2, maxWaiting: 100, onRefused: refused });
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const tasks = Array.from({ length: 20 }, (_, task) =>
      lanes.run(async () => {
        order.push(task);
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
      }),
    );
    await Promise.all(tasks);
    expect(most).toBe(2);
    expect(order).toEqual([...order.keys()]);
  });

  it('frees the lane of a task that fails', async () => {
    const lanes = createLanes({ lanes: 1, maxWaiting: 0, onRefused: refused });
    await expect(lanes.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await expect(lanes.run(() => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('refuses what waits when it is closed, and waits for what runs', async () => {
    const lanes = createLanes({ lanes: 1, maxWaiting: 5, onRefused: refused });
    const gate = Promise.withResolvers<string>();
    const running = lanes.run(() => gate.promise);
    const queued = lanes.run(() => Promise.resolve('never'));
    const closed = lanes.close();
    await expect(queued).rejects.toThrow('closed');
    await expect(lanes.run(() => Promise.resolve('late'))).rejects.toThrow('closed');
    gate.resolve('done');
    await expect(running).resolves.toBe('done');
    await closed;
  });
});
