import type { Config } from '../config.ts';
import { createS3Store } from './s3-store.ts';
import type { BlobStore, Sealing } from './store.ts';
import { noSealing, sealed } from './store.ts';

/**
 * The object store that the settings name, if they name one. What is put into it passes through the sealing here and
 * nowhere else; what the database keeps passes through the column types of personal data.
 */
export function openAttachmentStore(
  { url, bucket, region, accessKey, secretKey }: Config['s3'],
  sealing: Sealing = noSealing,
): BlobStore | undefined {
  if (url === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined) {
    return undefined;
  }
  return sealed(createS3Store({ url, bucket, region, accessKey, secretKey }), sealing);
}
