/** Why a fax did not get through, as far as the fax server says. */
export const faxFaults = [
  'busy',
  'no_answer',
  'no_carrier',
  'no_dial_tone',
  'expired',
  'aborted',
  'unconvertible',
  'server_fault',
  'line_fault',
] as const;

export type FaxFault = (typeof faxFaults)[number];

export const faxFaultTitles = {
  busy: '对方占线',
  no_answer: '对方无人接听或未应答',
  no_carrier: '对方没有传真信号，号码可能不是传真机',
  no_dial_tone: '本端电话线路无拨号音',
  expired: '在规定时间内未能发出',
  aborted: '已被传真服务器的管理员取消',
  unconvertible: '传真服务器无法处理该文件',
  server_fault: '传真服务器的发送程序出错，或所用线路未启用',
  line_fault: '通话中断或线路质量差',
} as const satisfies Record<FaxFault, string>;

/** Words of HylaFAX 6 for each fault. A cause comes before what its queue made of it: “…; too many attempts to dial”. */
const wordsOfFaults: readonly (readonly [RegExp, FaxFault])[] = [
  [/busy signal/i, 'busy'],
  [/no answer|ring back|T1 timeout/i, 'no_answer'],
  [/no carrier|not a facsimile/i, 'no_carrier'],
  [/no local dialtone/i, 'no_dial_tone'],
  [/kill time expired/i, 'expired'],
  [/aborted|removed/i, 'aborted'],
  [/send program|requested modem/i, 'server_fault'],
  [/convert|unreadable|reject/i, 'unconvertible'],
];

/** Reads the fault out of the status of a failed fax. */
export function faxFaultOf(status: string): FaxFault {
  return wordsOfFaults.find(([words]) => words.test(status))?.[1] ?? 'line_fault';
}
