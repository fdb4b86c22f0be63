import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Type, { type Static, type TObject, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, isSafeUrl, oneOf, port, text, url, whole } from './config-variables.ts';
import { identityVariables, refuseUnsafeIdentity } from './identity/config.ts';

export { ConfigError } from './config-variables.ts';
import { parseNetworks } from './outgoing/networks.ts';

const projectDir = path.resolve(import.meta.dirname, '..');
const prefix = 'TONGBAN_';

/**
 * Every setting, where it stands in the program (the nesting) and in the environment (`env`, without the prefix
 * `TONGBAN_`). `.env.example` describes each; a test compares the two lists.
 */
const Schema = Type.Object({
  dataDir: text('DATA_DIR', '目录路径', { default: '.tongban' }),
  cacheDir: Type.Optional(text('CACHE_DIR', '目录路径')),
  logLevel: oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info'),
  api: Type.Object({
    host: text('HOST', '监听的 IP 地址或主机名', { default: '127.0.0.1' }),
    port: port('PORT', { default: 8080 }),
    publicUrl: Type.Optional(url('PUBLIC_URL')),
    maxRssMegabytes: whole('MAX_RSS_MB', [0, 1_000_000], 2048),
    // Whoever supervises a process kills it after 30 s, most of them: what has not ended before is cut off, and cleanly.
    stopLimitSeconds: whole('STOP_LIMIT_S', [1, 600], 20),
    trustedProxies: Type.Array(Type.String({ pattern: '^[0-9a-fA-F:.]+(/\\d{1,3})?$' }), {
      default: [],
      env: 'TRUSTED_PROXIES',
      valid: '以逗号分隔的 IP 地址或网段，如 10.0.0.1,10.1.0.0/16',
      separator: ',',
    }),
  }),
  postgres: Type.Object({
    url: Type.Optional(url('POSTGRES_URL', { schemes: 'postgres|postgresql', secret: true })),
    adminUrl: Type.Optional(url('POSTGRES_ADMIN_URL', { schemes: 'postgres|postgresql', secret: true })),
    port: Type.Optional(port('POSTGRES_PORT')),
    binDir: Type.Optional(text('POSTGRES_BIN_DIR', '含 postgres 与 initdb（18 版）的目录')),
  }),
  temporal: Type.Object({
    address: Type.Optional(text('TEMPORAL_ADDRESS', '主机:端口，如 127.0.0.1:7233')),
    namespace: text('TEMPORAL_NAMESPACE', '命名空间名称', { default: 'tongban' }),
    tls: oneOf('TEMPORAL_TLS', ['on', 'off'], 'off'),
    apiKey: Type.Optional(text('TEMPORAL_API_KEY', 'Temporal Cloud 的密钥', { secret: true })),
    port: Type.Optional(port('TEMPORAL_PORT')),
    uiPort: Type.Optional(port('TEMPORAL_UI_PORT')),
    cliPath: Type.Optional(text('TEMPORAL_CLI_PATH', 'temporal 命令（1.9.x）的路径')),
    testServerPath: Type.Optional(text('TEMPORAL_TEST_SERVER_PATH', 'temporal-test-server 命令的路径')),
  }),
  chromium: Type.Object({
    path: Type.Optional(text('CHROMIUM_PATH', 'Chromium（宜用 headless shell）可执行文件的路径')),
  }),
  fonts: Type.Object({
    dirs: Type.Array(Type.String({ minLength: 1 }), {
      default: [],
      env: 'FONT_DIRS',
      valid: `以“${path.delimiter}”分隔的字体目录`,
    }),
  }),
  notices: Type.Object({
    smtpUrl: Type.Optional(url('SMTP_URL', { schemes: 'smtps?', secret: true })),
    mailFrom: Type.Optional(text('MAIL_FROM', '发件人，如 通知 <notice@example.cn>')),
    smsGateway: Type.Optional(
      text('SMS_GATEWAY', '短信网关的说明（JSON），见 docs/notices.md', { secret: true }),
    ),
    webhookNetworks: Type.Optional(
      text('WEBHOOK_ALLOWED_NETWORKS', '以逗号分隔的网段（CIDR），如 10.0.0.0/8,fd00::/8'),
    ),
  }),
  ...identityVariables,
  register: Type.Object({
    url: Type.Optional(url('REGISTER_URL')),
    token: Type.Optional(text('REGISTER_TOKEN', '人口信息系统接口的令牌或签名密钥', { secret: true })),
    authentication: oneOf('REGISTER_AUTHENTICATION', ['bearer', 'hmac'], 'bearer'),
  }),
  keyRing: Type.Object({ file: Type.Optional(text('KEY_RING_FILE', '个人信息密钥环文件的路径')) }),
  retention: Type.Object({
    days: Type.Optional(
      Type.Integer({
        minimum: 30,
        maximum: 36_500,
        env: 'RETENTION_DAYS',
        valid: '办结后保留个人信息的天数，30 至 36500；不设置则长期保留',
      }),
    ),
    // Network logs are kept for six months at least [网络安全法]; the longest six months have 184 days.
    auditDays: Type.Optional(
      Type.Integer({
        minimum: 184,
        maximum: 36_500,
        env: 'AUDIT_RETENTION_DAYS',
        valid: '审计记录的保存天数，184 至 36500；不设置则长期保存',
      }),
    ),
  }),
  uploads: Type.Object({
    fileMegabytes: whole('UPLOAD_FILE_MB', [1, 50], 10),
    totalMegabytes: whole('UPLOAD_TOTAL_MB', [1, 500], 40),
    inFlightMegabytes: whole('UPLOAD_IN_FLIGHT_MB', [1, 100_000], 400),
    files: whole('UPLOAD_FILES', [1, 100], 20),
    pdfPages: whole('UPLOAD_PDF_PAGES', [1, 60], 50),
  }),
  rateLimits: Type.Object({
    perClient: whole('RATE_LIMIT_CLIENT', [0, 1_000_000], 6000),
    perPerson: whole('RATE_LIMIT_PERSON', [0, 1_000_000], 600),
  }),
  clamdAddress: Type.Optional(
    Type.String({
      pattern: '^([\\w.-]+|\\[[0-9a-fA-F:]+\\]):\\d{1,5}$',
      env: 'CLAMD_ADDRESS',
      valid: 'ClamAV 守护进程（clamd）的“主机:端口”',
    }),
  ),
  s3: Type.Object({
    url: Type.Optional(url('S3_URL')),
    bucket: Type.Optional(text('S3_BUCKET', '已建好的存储桶名称')),
    region: text('S3_REGION', '区域名称', { default: 'us-east-1' }),
    accessKey: Type.Optional(text('S3_ACCESS_KEY', '访问密钥', { secret: true })),
    secretKey: Type.Optional(text('S3_SECRET_KEY', '访问密钥的密码', { secret: true })),
  }),
  fax: Type.Object({
    server: Type.Optional(
      Type.String({
        pattern: '^([\\w.-]+@)?[\\w.-]+(:\\d{1,5})?$',
        env: 'FAX_SERVER',
        valid: '传真服务器的“主机”或“主机:端口”，前面可加“调制解调器@”',
      }),
    ),
    sendfax: text('FAX_SENDFAX', 'HylaFAX 的 sendfax 命令的路径', { default: '/usr/bin/sendfax' }),
    faxstat: text('FAX_FAXSTAT', 'HylaFAX 的 faxstat 命令的路径', { default: '/usr/bin/faxstat' }),
  }),
});

interface VariableOptions {
  readonly env: string;
  readonly valid: string;
  readonly secret?: true;
  /** Of a list; what separates directories if left out. */
  readonly separator?: ',';
}
interface Variable extends VariableOptions {
  readonly schema: TSchema;
  readonly pointer: readonly string[];
}

function variablesOf(schema: TObject, above: readonly string[] = []): Variable[] {
  return Object.entries(schema.properties).flatMap(([key, leaf]) => {
    const pointer = [...above, key];
    if (Type.IsObject(leaf)) return variablesOf(leaf, pointer);
    const { env, ...options } = leaf as TSchema & VariableOptions;
    return [{ ...options, schema: leaf, pointer, env: prefix + env }];
  });
}

const variables = variablesOf(Schema);

/** The settings of one process, checked; relative directories are resolved against the project's root. */
export type Config = Static<typeof Schema> & {
  readonly cacheDir: string;
  /** `NODE_ENV`, as every Node.js program is told it; what is for trying things out refuses production. */
  readonly environment: 'development' | 'production';
};

/** The names of all variables: each of them, and for a secret also `<name>_FILE`, a file that holds it. */
export function configVariableNames(): readonly string[] {
  return variables.flatMap(({ env, secret }) => (secret === undefined ? [env] : [env, `${env}_FILE`]));
}

/** Where each variable stands in {@link Config}, as the keys that lead to it. */
export function configPointers(): ReadonlyMap<string, readonly string[]> {
  return new Map(variables.map(({ env, pointer }) => [env, pointer]));
}

type Environment = Readonly<Record<string, string | undefined>>;

function processEnvironment(): Environment {
  const dotenv = path.join(projectDir, '.env');
  if (existsSync(dotenv)) process.loadEnvFile(dotenv);
  return process.env;
}

function readRaw({ env, secret }: Variable, environment: Environment): string | undefined {
  const file = secret === undefined ? undefined : environment[`${env}_FILE`];
  const inline = environment[env];
  if (inline && file) throw new ConfigError(`${env} 与 ${env}_FILE 只能设置其中一个。`);
  if (!file) return inline === '' ? undefined : inline;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new ConfigError(`${env}_FILE 指向的文件 ${file} 无法读取：请检查路径与读权限。`, { cause });
  }
}

function readValues(environment: Environment): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const variable of variables) {
    let place = root;
    for (const key of variable.pointer.slice(0, -1)) {
      place = (place[key] ??= {}) as Record<string, unknown>;
    }
    const raw = readRaw(variable, environment);
    const key = variable.pointer.at(-1);
    if (raw === undefined || key === undefined) continue;
    const separator = variable.separator ?? path.delimiter;
    place[key] = Type.IsArray(variable.schema) ? raw.split(separator).filter(Boolean) : raw;
  }
  return root;
}

/** A mistyped name would silently leave the default in force, so unknown names with our prefix are refused. */
function refuseUnknownNames(environment: Environment): void {
  const known = new Set(configVariableNames());
  const unknown = Object.keys(environment).find((name) => name.startsWith(prefix) && !known.has(name));
  if (unknown !== undefined) {
    throw new ConfigError(`不认识的设置 ${unknown}：可用的名称见 .env.example。`);
  }
}

function refuseInvalid(value: unknown, environment: Environment): asserts value is Static<typeof Schema> {
  const [error] = Value.Errors(Schema, value);
  if (error === undefined) return;
  const place = error.instancePath.split('/').slice(1);
  const variable = variables.find(({ pointer }) => pointer.every((key, index) => place[index] === key));
  if (variable === undefined) throw new ConfigError(`设置有误：${error.instancePath} ${error.message}`);
  const given = variable.secret === undefined ? `“${environment[variable.env] ?? ''}”` : '所给的值';
  throw new ConfigError(`${variable.env} 的值${given}不可用；应为：${variable.valid}。`);
}

function refuseNoNetworks({ webhookNetworks = '' }: Config['notices']): void {
  try {
    parseNetworks(webhookNetworks);
  } catch (cause) {
    throw new ConfigError(
      'TONGBAN_WEBHOOK_ALLOWED_NETWORKS 应为以逗号分隔的网段（CIDR），如 10.0.0.0/8,fd00::/8。',
      { cause },
    );
  }
}

/** The largest upload that is taken has to have room; its form is a little more than its files. */
function refuseNoRoom({ totalMegabytes, inFlightMegabytes }: Config['uploads']): void {
  if (inFlightMegabytes <= totalMegabytes) {
    throw new ConfigError('TONGBAN_UPLOAD_IN_FLIGHT_MB 应大于 TONGBAN_UPLOAD_TOTAL_MB。');
  }
}

/** Personal data go to a register that was named in full, and over TLS unless it is on this machine. */
function refuseUnsafeRegister({ url, token, authentication }: Config['register']): void {
  if (url === undefined) return;
  if (token === undefined) {
    throw new ConfigError('设置了 TONGBAN_REGISTER_URL 就必须同时设置 TONGBAN_REGISTER_TOKEN。');
  }
  if (!isSafeUrl(url)) {
    throw new ConfigError('TONGBAN_REGISTER_URL 应以 https:// 开头；只有本机地址可以用 http://。');
  }
  if (authentication === 'hmac' && !/^(whsec_)?[A-Za-z0-9+/]{24,}={0,2}$/.test(token)) {
    throw new ConfigError(
      '以 hmac 方式认证时，TONGBAN_REGISTER_TOKEN 应为 Base64 编码的密钥（可带 whsec_）。',
    );
  }
}

/** Papers go to a store that was named in full, and over TLS unless it is on this machine. */
function refuseUnsafeStore({ url, bucket, accessKey, secretKey }: Config['s3']): void {
  if (url === undefined) return;
  if (bucket === undefined || accessKey === undefined || secretKey === undefined) {
    throw new ConfigError(
      '设置了 TONGBAN_S3_URL 就必须同时设置 TONGBAN_S3_BUCKET、TONGBAN_S3_ACCESS_KEY 和 TONGBAN_S3_SECRET_KEY。',
    );
  }
  if (!isSafeUrl(url)) {
    throw new ConfigError('TONGBAN_S3_URL 应以 https:// 开头；只有本机地址可以用 http://。');
  }
}

/**
 * Reads and checks the settings: from the environment (and `.env` in the project's root, which the environment
 * overrides), or from the record given.
 * @throws {ConfigError} naming the variable and its valid values.
 */
export function loadConfig(environment: Environment = processEnvironment()): Config {
  refuseUnknownNames(environment);
  const value: unknown = Value.Convert(Schema, Value.Default(Schema, readValues(environment)));
  refuseInvalid(value, environment);
  refuseUnsafeIdentity(value);
  refuseUnsafeRegister(value.register);
  refuseUnsafeStore(value.s3);
  refuseNoNetworks(value.notices);
  refuseNoRoom(value.uploads);
  if (value.notices.smtpUrl !== undefined && value.notices.mailFrom === undefined) {
    throw new ConfigError('设置了 TONGBAN_SMTP_URL 就必须同时设置 TONGBAN_MAIL_FROM。');
  }
  const dataDir = path.resolve(projectDir, value.dataDir);
  const cacheDir = value.cacheDir === undefined ? path.join(dataDir, 'cache') : value.cacheDir;
  const { file } = value.keyRing;
  return {
    ...value,
    keyRing: file === undefined ? {} : { file: path.resolve(projectDir, file) },
    dataDir,
    cacheDir: path.resolve(projectDir, cacheDir),
    environment: environment.NODE_ENV === 'production' ? 'production' : 'development',
  };
}
