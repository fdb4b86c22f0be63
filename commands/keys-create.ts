import { loadConfig } from '../platform/config.ts';
import { createKeyRingFile } from '../platform/key-ring-file.ts';
import { runCommand } from './run-command.ts';

/** Makes the ring of a deployment: `npm run keys:create`. One that is there is never touched. */
await runCommand(() => {
  const { file } = loadConfig().keyRing;
  if (file === undefined) throw new Error('请先设置 TONGBAN_KEY_RING_FILE：密钥环文件的路径。');
  const outcome = createKeyRingFile(file);
  console.log(
    outcome === 'created'
      ? `已生成密钥环文件 ${file}：请立即另处备份；遗失后已加密的个人信息无法恢复。`
      : `密钥环文件 ${file} 已存在，未作改动。`,
  );
  return Promise.resolve();
});
