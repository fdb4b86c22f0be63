/** What a stream of case events tells. */
export interface ToldEvent {
  readonly id: string;
  readonly data: { readonly caseNo: string; readonly seq: number };
}

export interface EventStream {
  readonly told: ToldEvent[];
  /** The last id of all, of events or of how far was looked. */
  lastId(): string | undefined;
  /** When whoever tells has ended; rejects when he broke off. */
  readonly ended: Promise<void>;
}

/** Reads text/event-stream, block by block, for as long as it comes. */
export function readEventStream({ body }: Response): EventStream {
  const told: ToldEvent[] = [];
  let text = '';
  let lastId: string | undefined;
  const read = async () => {
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        lastId = /^id: (.*)$/m.exec(block)?.[1] ?? lastId;
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) told.push({ id: lastId ?? '', data: JSON.parse(data) as ToldEvent['data'] });
      }
    }
  };
  const ended = read();
  ended.catch(() => undefined);
  return { told, ended, lastId: () => lastId };
}

/** The events that were told, as `<case>/<seq>`. */
export const namesOf = ({ told }: Pick<EventStream, 'told'>): string[] =>
  told.map(({ data }) => `${data.caseNo}/${data.seq}`);
