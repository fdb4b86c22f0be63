import { constants } from 'node:os';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The shell's convention for a program that a signal has ended. */
const signalExitBase = 128;

// Requests and activities under way get this long; whoever asked for the end should not have to ask twice for less.
const stopTimeoutMs = 30_000;

/**
 * How a process says that it has stopped as it was told: to a shell as one that a signal has ended, to a supervisor
 * (systemd, Docker), which takes that for a failure, with 0.
 */
type StopExit = 'as_by_signal' | 'zero';

/**
 * Runs `stop` on the first of SIGINT, SIGTERM and SIGHUP (a closed terminal) and then ends the process; a second
 * signal, a stop that fails or takes longer than 30 seconds ends it at once, as by that signal. Gives a function that
 * takes this back.
 */
export function onStopSignal(stop: () => Promise<void>, stopExit: StopExit = 'as_by_signal'): () => void {
  let isStopping = false;
  const handle = (signal: NodeJS.Signals) => {
    const exit = () => process.exit(signalExitBase + constants.signals[signal]);
    if (isStopping) exit();
    isStopping = true;
    setTimeout(exit, stopTimeoutMs).unref();
    stop().then(stopExit === 'zero' ? () => process.exit(0) : exit, exit);
  };
  for (const signal of stopSignals) process.on(signal, handle);
  return () => {
    for (const signal of stopSignals) process.off(signal, handle);
  };
}
