import path from 'node:path';
import Type, { type Static } from 'typebox';
import { deploymentPart, oneOf, port, text, url, whole } from './config-variables.ts';
import { identityVariables } from './identity/config.ts';

/**
 * Every setting, where it stands in the program (the nesting) and in the environment (`env`, without the prefix
 * `TONGBAN_`). `.env.example` describes each; a test compares the two lists.
 */
export const ConfigSchema = Type.Object({
  dataDir: text('DATA_DIR', '目录路径', { default: '.tongban' }),
  cacheDir: Type.Optional(text('CACHE_DIR', '目录路径')),
  metricsAddress: Type.Optional(
    Type.String({
      pattern: '^([\\w.-]+|\\[[0-9a-fA-F:]+\\]):\\d{1,5}$',
      env: 'METRICS_ADDRESS',
      valid: '监控指标的“IP 地址:端口”，如 127.0.0.1:9464',
    }),
  ),
  tracing: Type.Object({
    otlpUrl: Type.Optional(url('OTLP_URL')),
    percent: whole('TRACE_PERCENT', [1, 100], 100),
  }),
  logLevel: oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info'),
  api: Type.Object({
    host: text('HOST', '监听的 IP 地址或主机名', { default: '127.0.0.1' }),
    port: port('PORT', { default: 8080 }),
    publicUrl: Type.Optional(url('PUBLIC_URL')),
    maxRssMegabytes: whole('MAX_RSS_MB', [0, 1_000_000], 2048),
    // How long a balancer may take to hear from /v1/ready that it is to send requests elsewhere.
    leaveSeconds: whole('LEAVE_S', [0, 120], 0),
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
    uiUrl: Type.Optional(url('TEMPORAL_UI_URL')),
    cliPath: Type.Optional(text('TEMPORAL_CLI_PATH', 'temporal 命令（1.9.x）的路径')),
    testServerPath: Type.Optional(text('TEMPORAL_TEST_SERVER_PATH', 'temporal-test-server 命令的路径')),
    workerVersioning: oneOf('WORKER_VERSIONING', ['off', 'pinned'], 'off'),
    deploymentName: deploymentPart('DEPLOYMENT_NAME', '部署名称', { default: 'tongban' }),
    buildId: Type.Optional(deploymentPart('BUILD_ID', '本构建的编号，每次发布各不相同')),
  }),
  workflowBundle: Type.Optional(text('WORKFLOW_BUNDLE', '预先打包好的工作流代码文件的路径')),
  replayBundles: Type.Optional(text('REPLAY_BUNDLES', '存放工作流代码包（<名称>.js）的目录')),
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

/** What the settings say, each by itself. */
export type Settings = Static<typeof ConfigSchema>;
