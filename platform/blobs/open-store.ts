import type { Config } from '../config.ts';
import type { KeyRing } from '../key-ring.ts';
import { createS3Store } from './s3-store.ts';
import type { SealedStore } from './store.ts';
import { sealed } from './store.ts';

/**
 * The object store that the settings name, if they name one. What is put into it is sealed here and nowhere else; what
 * the database keeps is sealed with its row.
 */
export function openAttachmentStore(
  { url, bucket, region, accessKey, secretKey }: Config['s3'],
  keyRing: KeyRing,
): SealedStore | undefined {
  if (url === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined) {
    return undefined;
  }
  return sealed(createS3Store({ url, bucket, region, accessKey, secretKey }), keyRing);
}
