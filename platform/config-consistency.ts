import type { Settings } from './config-schema.ts';
import { ConfigError, isSafeUrl } from './config-variables.ts';
import { refuseUnsafeIdentity } from './identity/config.ts';
import { parseNetworks } from './outgoing/networks.ts';

/** Refuses settings that are sound by themselves and not together. @throws {ConfigError} naming them. */
export function refuseInconsistent(settings: Settings): void {
  refuseUnsafeIdentity(settings);
  refuseUnsafeRegister(settings.register);
  refuseUnsafeStore(settings.s3);
  refuseNoNetworks(settings.notices);
  refuseNoRoom(settings.uploads);
  refuseNoSender(settings.notices);
  refuseNoBuild(settings.temporal);
}

function refuseNoNetworks({ webhookNetworks = '' }: Settings['notices']): void {
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
function refuseNoRoom({ totalMegabytes, inFlightMegabytes }: Settings['uploads']): void {
  if (inFlightMegabytes <= totalMegabytes) {
    throw new ConfigError('TONGBAN_UPLOAD_IN_FLIGHT_MB 应大于 TONGBAN_UPLOAD_TOTAL_MB。');
  }
}

/** Personal data go to a register that was named in full, and over TLS unless it is on this machine. */
function refuseUnsafeRegister({ url, token, authentication }: Settings['register']): void {
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
function refuseUnsafeStore({ url, bucket, accessKey, secretKey }: Settings['s3']): void {
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

/** Mail has to come from somebody. */
function refuseNoSender({ smtpUrl, mailFrom }: Settings['notices']): void {
  if (smtpUrl !== undefined && mailFrom === undefined) {
    throw new ConfigError('设置了 TONGBAN_SMTP_URL 就必须同时设置 TONGBAN_MAIL_FROM。');
  }
}

/** A case that is pinned is pinned to a build that has a name. */
function refuseNoBuild({ workerVersioning, buildId, address }: Settings['temporal']): void {
  if (workerVersioning === 'pinned' && (buildId === undefined || address === undefined)) {
    throw new ConfigError(
      'TONGBAN_WORKER_VERSIONING=pinned 时必须同时设置 TONGBAN_BUILD_ID 与 TONGBAN_TEMPORAL_ADDRESS。',
    );
  }
}
