/** What can be killed. */
export const victims = ['worker', 'api', 'postgres', 'temporal', 'chromium'] as const;

export type Victim = (typeof victims)[number];

/** How it is noticed that the code has come to a point. */
export type Sign =
  /** Postgres has committed a row; whoever wrote it has not heard so yet. */
  | {
      readonly by: 'row';
      readonly table: string;
      readonly on: 'insert' | 'update';
      readonly when?: string;
      /** Who waits for the answer, which is held back until he, or what he needs, is dead. */
      readonly writer: 'api' | 'worker';
    }
  /** The mail server has a message and has not said so. */
  | { readonly by: 'mail' }
  /** The store has an object; its row is not committed. */
  | { readonly by: 'object' };

interface Point {
  readonly title: string;
  readonly victim: Victim;
  readonly sign: Sign;
}

const eventIs = (type: string) => `new.event ->> 'type' = '${type}'`;

/** Points in the course of the code at which the kill comes exactly, found from outside: the product has no hook for them. */
export const points = {
  key_claimed: {
    title: '幂等键已登记，请求尚未办理',
    victim: 'api',
    sign: { by: 'row', table: 'idempotency_keys', on: 'insert', writer: 'api' },
  },
  object_stored: {
    title: '材料已存入对象库，数据库尚无记录',
    victim: 'api',
    sign: { by: 'object' },
  },
  application_stored: {
    title: '申请已存，流程尚未启动',
    victim: 'api',
    sign: { by: 'row', table: 'applications', on: 'insert', writer: 'api' },
  },
  words_stored: {
    title: '办理内容已存，指令尚未发给流程',
    victim: 'api',
    sign: { by: 'row', table: 'act_records', on: 'insert', writer: 'api' },
  },
  ledger_written: {
    title: '台账已写，流程尚不知道',
    victim: 'worker',
    sign: { by: 'row', table: 'ledger_events', on: 'insert', writer: 'worker' },
  },
  ledger_written_postgres: {
    title: '台账已提交，数据库尚未答复',
    victim: 'postgres',
    sign: { by: 'row', table: 'ledger_events', on: 'insert', writer: 'worker' },
  },
  ledger_written_temporal: {
    title: '台账已写，Temporal 尚未记下',
    victim: 'temporal',
    sign: { by: 'row', table: 'ledger_events', on: 'insert', writer: 'worker' },
  },
  rung_recorded: {
    title: '督办已入台账，流程尚不知道',
    victim: 'worker',
    sign: {
      ...{ by: 'row', table: 'ledger_events', on: 'insert', writer: 'worker' },
      when: eventIs('rung_fired'),
    },
  },
  dossier_handed_over: {
    title: '流转已登记，结果尚未报告',
    victim: 'worker',
    sign: { by: 'row', table: 'transmissions', on: 'insert', writer: 'worker' },
  },
  certificate_asked: {
    title: '已要求出具，正在打印',
    victim: 'chromium',
    sign: {
      ...{ by: 'row', table: 'ledger_events', on: 'insert', writer: 'worker' },
      when: eventIs('issue_requested'),
    },
  },
  certificate_stored: {
    title: '证明已存，结果尚未报告',
    victim: 'worker',
    sign: { by: 'row', table: 'certificates', on: 'insert', writer: 'worker' },
  },
  messages_planned: {
    title: '通知已编成消息，投递尚未启动',
    victim: 'worker',
    sign: { by: 'row', table: 'deliveries', on: 'insert', writer: 'worker' },
  },
  message_claimed: {
    title: '消息已登记待发，尚未交给邮件服务器',
    victim: 'worker',
    sign: {
      ...{ by: 'row', table: 'delivery_bundles', on: 'update', writer: 'worker' },
      when: `new.status = 'sending'`,
    },
  },
  mail_taken: {
    title: '邮件服务器已收，数据库尚未登记',
    victim: 'worker',
    sign: { by: 'mail' },
  },
} as const satisfies Record<string, Point>;

export type PointName = keyof typeof points;

export const pointNames = Object.keys(points) as PointName[];
