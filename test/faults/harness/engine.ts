interface Embedded {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Postgres or Temporal of our own, which can be killed and goes on with its data. */
export interface Engine<Part extends Embedded = Embedded> {
  running(): Part;
  /** With -9. */
  kill(): void;
  /** On the same port, with the same data. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it, on any port the first time and on the same ever after. */
export async function startEngine<Part extends Embedded>(
  start: (port?: number) => Promise<Part & { readonly port?: number }>,
): Promise<Engine<Part>> {
  let part = await start();
  const { port } = part;
  return {
    running: () => part,
    kill() {
      process.kill(part.pid, 'SIGKILL');
    },
    async startAgain() {
      part = await start(port);
    },
    stop: () => part.stop(),
  };
}
