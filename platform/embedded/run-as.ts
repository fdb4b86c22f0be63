import { stat } from 'node:fs/promises';
import { findOutput } from './run-command.ts';
import { UnavailablePartError } from './unavailable-part.ts';

/**
 * As whom Postgres runs. It refuses to run as root; so, when we are root, it runs as another user, or (where that
 * user cannot reach the files, e.g. below /root) in a user namespace in which it is not root.
 */
export type RunAs =
  | { readonly kind: 'ourselves' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'user_namespace' };

/** `postgres` where a package made it; `nobody` is everywhere. initdb needs a user that has a name. */
const userNames = ['postgres', 'nobody'] as const;
const intoNamespace = ['--user', '--map-user=65534', '--map-group=65534'] as const;

async function findUser(name: string): Promise<{ uid: number; gid: number } | undefined> {
  const uid = await findOutput('id', ['-u', name]);
  const gid = await findOutput('id', ['-g', name]);
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Whether that user may run the program and pass into the directory. */
async function canReach(user: { uid: number; gid: number }, program: string, dir: string): Promise<boolean> {
  const script = 'cd "$1" && exec "$2" --version';
  return (
    (await findOutput('/bin/sh', ['-c', script, 'sh', dir, program], { ...user, cwd: '/' })) !== undefined
  );
}

async function hasUserNamespaces(): Promise<boolean> {
  return (await findOutput('unshare', [...intoNamespace, 'true'])) !== undefined;
}

interface RunAsOptions {
  /** The program that will run. */
  readonly program: string;
  /** The cluster's directory; it need not exist yet. */
  readonly clusterDir: string;
  /** The directory above it, which exists. */
  readonly parentDir: string;
}

/**
 * Chooses as whom Postgres runs. An existing cluster's owner decides, so that a second start can read it.
 * @throws {UnavailablePartError} when we are root and neither way is open.
 */
export async function chooseRunAs({ program, clusterDir, parentDir }: RunAsOptions): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { kind: 'ourselves' };
  const owner = await stat(clusterDir).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid };
  if (owner === undefined) {
    for (const name of userNames) {
      const user = await findUser(name);
      if (user !== undefined && (await canReach(user, program, parentDir))) return { kind: 'user', ...user };
    }
  }
  if (await hasUserNamespaces()) return { kind: 'user_namespace' };
  throw new UnavailablePartError(
    `Postgres 不能以 root 运行，而用户 ${userNames.join('、')} 又进不了 ${parentDir}：` +
      '请改用普通用户启动，或把项目移到 /opt 之类的目录，或用 TONGBAN_POSTGRES_URL 指向现有的 Postgres 18。',
  );
}

interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** How a program is invoked as the user chosen. */
export function invocationAs(runAs: RunAs, command: string, args: readonly string[]): Invocation {
  switch (runAs.kind) {
    case 'ourselves':
      return { command, args };
    case 'user':
      return { command, args, uid: runAs.uid, gid: runAs.gid };
    case 'user_namespace':
      return { command: 'unshare', args: [...intoNamespace, command, ...args] };
  }
}
