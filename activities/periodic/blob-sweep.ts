import type { AttachmentFiles } from '../../db/attachment-files.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';

export interface BlobSweepDeps {
  readonly attachmentFiles: Pick<AttachmentFiles, 'removeStrays'>;
  readonly log: Logger;
}

/** Uploads that broke off between their bytes and their row, and what retention could not remove at once. */
export function createBlobSweepActivities({ attachmentFiles, log }: BlobSweepDeps) {
  const remove = withClassifiedFailures(log, async (): Promise<number> => {
    const count = await attachmentFiles.removeStrays();
    if (count > 0) log.info({ count }, 'files that no case names were removed from the object store');
    return count;
  });
  return {
    /** Removes from the object store what no attachment names; answers of how many. */
    removeStrayBlobs: (): Promise<number> => remove(undefined),
  };
}
