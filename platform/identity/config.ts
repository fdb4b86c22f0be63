import Type, { type Static, type TObject } from 'typebox';
import { ConfigError, isSafeUrl, oneOf, text, url } from '../config-variables.ts';
import { findClientKey } from './client-key.ts';
import { findRequiredAuthentication } from './required-authentication.ts';

/** The settings of who calls: the provider, sessions at pages, certificates of programs. */
export const identityVariables = {
  oidc: Type.Object({
    issuer: Type.Optional(url('OIDC_ISSUER')),
    audience: Type.Optional(text('OIDC_AUDIENCE', '令牌受众（aud）')),
    jwksUrl: Type.Optional(url('OIDC_JWKS_URL')),
    clientId: Type.Optional(text('OIDC_CLIENT_ID', '本系统在身份提供方登记的客户端标识')),
    clientSecret: Type.Optional(text('OIDC_CLIENT_SECRET', '客户端密码', { secret: true })),
    clientKey: Type.Optional(text('OIDC_CLIENT_KEY', '客户端私钥（JWK，JSON）', { secret: true })),
    scope: Type.String({
      pattern: '^openid( [!#-\\[\\]-~]+)*$',
      default: 'openid',
      env: 'OIDC_SCOPE',
      valid: '以 openid 开头、空格分隔的范围',
    }),
    officerClaim: text('OIDC_OFFICER_CLAIM', '警号所在的声明', { default: 'sub' }),
    rolesClaim: text('OIDC_ROLES_CLAIM', '角色所在的声明，如 realm_access.roles', { default: 'roles' }),
    unitClaim: text('OIDC_UNIT_CLAIM', '单位代码所在的声明', { default: 'unit' }),
    clockSkewS: Type.Integer({
      minimum: 0,
      maximum: 300,
      default: 5,
      env: 'OIDC_CLOCK_SKEW_S',
      valid: '允许的时钟偏差秒数，0 至 300',
    }),
    requiredAuthentication: text(
      'OIDC_REQUIRED_AUTHENTICATION',
      '各角色的认证要求（JSON），见 docs/identity.md',
      {
        default: '{}',
      },
    ),
    clientCertificates: oneOf('OIDC_CLIENT_CERTIFICATES', ['optional', 'required'], 'optional'),
  }),
  sessions: Type.Object({
    idleMinutes: Type.Integer({
      minimum: 1,
      maximum: 24 * 60,
      default: 30,
      env: 'SESSION_IDLE_MINUTES',
      valid: '无操作多少分钟后须重新登录，1 至 1440',
    }),
    maxHours: Type.Integer({
      minimum: 1,
      maximum: 24,
      default: 10,
      env: 'SESSION_MAX_HOURS',
      valid: '登录多少小时后须重新登录，1 至 24',
    }),
  }),
  tls: Type.Object({
    certificate: Type.Optional(text('TLS_CERTIFICATE', '证书链（PEM）', { secret: true })),
    key: Type.Optional(text('TLS_KEY', '证书的私钥（PEM）', { secret: true })),
    clientCa: Type.Optional(text('TLS_CLIENT_CA', '签发接口客户端证书的 CA（PEM）', { secret: true })),
  }),
  proxies: Type.Object({
    certificateHeader: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9-]+$',
        env: 'CLIENT_CERTIFICATE_HEADER',
        valid: '反向代理传递客户端证书的请求头名称',
      }),
    ),
  }),
};

type IdentityConfig = Static<TObject<typeof identityVariables>>;

interface Checked extends IdentityConfig {
  readonly api: { readonly publicUrl?: string; readonly trustedProxies: readonly string[] };
}

/**
 * What the parts of the settings say together.
 * @throws {ConfigError}
 */
export function refuseUnsafeIdentity({ oidc, tls, proxies, api }: Checked): void {
  refuse(
    oidc.issuer !== undefined && oidc.audience === undefined,
    '设置了 TONGBAN_OIDC_ISSUER 就必须同时设置 TONGBAN_OIDC_AUDIENCE。',
  );
  refuse(
    [oidc.issuer, oidc.jwksUrl].some((address) => address !== undefined && !isSafeUrl(address)),
    'TONGBAN_OIDC_ISSUER 与 TONGBAN_OIDC_JWKS_URL 应以 https:// 开头；只有本机地址可以用 http://。',
  );
  refuse(
    findRequiredAuthentication(oidc.requiredAuthentication) === undefined,
    'TONGBAN_OIDC_REQUIRED_AUTHENTICATION 的值不可用；应为 JSON，如 {"auditor":{"acr":["urn:example:2fa"]}}。',
  );
  refuse(
    (tls.certificate === undefined) !== (tls.key === undefined),
    'TONGBAN_TLS_CERTIFICATE 与 TONGBAN_TLS_KEY 必须同时设置。',
  );
  refuse(
    tls.clientCa !== undefined && tls.certificate === undefined,
    '设置了 TONGBAN_TLS_CLIENT_CA 就必须同时设置 TONGBAN_TLS_CERTIFICATE 与 TONGBAN_TLS_KEY。',
  );
  refuse(
    proxies.certificateHeader !== undefined && api.trustedProxies.length === 0,
    '设置了 TONGBAN_CLIENT_CERTIFICATE_HEADER 就必须同时设置 TONGBAN_TRUSTED_PROXIES。',
  );
  if (oidc.clientId !== undefined) refuseUnsafeClient(oidc, api.publicUrl);
}

function refuseUnsafeClient(oidc: IdentityConfig['oidc'], publicUrl: string | undefined): void {
  refuse(
    oidc.issuer === undefined || publicUrl === undefined || !isSafeUrl(publicUrl),
    '设置了 TONGBAN_OIDC_CLIENT_ID 就必须同时设置 TONGBAN_OIDC_ISSUER 和以 https:// 开头的 TONGBAN_PUBLIC_URL。',
  );
  refuse(
    (oidc.clientSecret === undefined) === (oidc.clientKey === undefined),
    'TONGBAN_OIDC_CLIENT_KEY 与 TONGBAN_OIDC_CLIENT_SECRET 必须且只能设置其中一个。',
  );
  refuse(
    oidc.clientKey !== undefined && findClientKey(oidc.clientKey) === undefined,
    'TONGBAN_OIDC_CLIENT_KEY 的值不可用；应为含 alg 的私钥（JWK，JSON）。',
  );
}

function refuse(isWrong: boolean, sentence: string): void {
  if (isWrong) throw new ConfigError(sentence);
}
