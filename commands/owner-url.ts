import { loadConfig } from '../platform/config.ts';

/**
 * The connection of the owner of a configured Postgres; no process runs as him.
 * @throws {Error} with what is to be set.
 */
export function ownerUrl(): string {
  const { adminUrl, url = adminUrl } = loadConfig().postgres;
  const owner = adminUrl ?? url;
  if (owner === undefined) {
    throw new Error(
      '请设置 TONGBAN_POSTGRES_ADMIN_URL（数据库属主的连接地址）；内置数据库在 npm start 时自动迁移。',
    );
  }
  return owner;
}
