// Loaded before a program (`node --import …/turned-clock.ts?file=<path>`): its `Date` is as many milliseconds off as the file
// says, also while it runs. Timers, Postgres and Temporal's own clock go on as they are.
import { readFileSync } from 'node:fs';

const rereadMs = 50;
const file = new URL(import.meta.url).searchParams.get('file') ?? '';
const RealDate = Date;
let offsetMs = 0;

function reread(): void {
  try {
    offsetMs = Number(readFileSync(file, 'utf8'));
  } catch {
    // Until somebody turns it the clock is right.
  }
}

const now = () => RealDate.now() + offsetMs;

reread();
setInterval(reread, rereadMs).unref();
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[]) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args) as Date,
  get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
});
