import type { LinkName } from './links.ts';
import type { PointName, Victim } from './points.ts';

/** Something that is done to the house, and undone after a while. */
export type Fault =
  | { readonly kind: 'kill'; readonly victim: Victim; readonly downMs: number }
  | { readonly kind: 'kill_at_point'; readonly point: PointName; readonly downMs: number }
  | { readonly kind: 'cut'; readonly link: LinkName; readonly lastsMs: number }
  | { readonly kind: 'delay'; readonly link: LinkName; readonly delayMs: number; readonly lastsMs: number }
  | { readonly kind: 'silence'; readonly link: LinkName; readonly lastsMs: number }
  | { readonly kind: 'disk_full'; readonly lastsMs: number }
  | {
      readonly kind: 'clock';
      readonly program: 'api' | 'worker';
      readonly offsetMs: number;
      readonly lastsMs: number;
    };

export type FaultKind = Fault['kind'];

interface KindRule {
  readonly title: string;
  /** How often among all. */
  readonly share: number;
}

export const faultKinds = {
  kill: { title: '随时强制结束进程（kill -9）', share: 5 },
  kill_at_point: { title: '在指定位置强制结束进程（kill -9）', share: 6 },
  cut: { title: '断开连接', share: 3 },
  delay: { title: '连接变慢', share: 3 },
  silence: { title: '连接无响应', share: 2 },
  disk_full: { title: '对象库磁盘已满', share: 2 },
  clock: { title: '拨动主机时钟', share: 2 },
} as const satisfies Record<FaultKind, KindRule>;

export const faultKindNames = Object.keys(faultKinds) as FaultKind[];

/** What is hit, as figures and logs name it. */
export function targetOf(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
      return fault.victim;
    case 'kill_at_point':
      return fault.point;
    case 'cut':
    case 'delay':
    case 'silence':
      return fault.link;
    case 'disk_full':
      return 'blobs';
    case 'clock':
      return fault.program;
  }
}
