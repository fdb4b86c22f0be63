/** What can be the matter with a file that somebody sent. The names end up as codes on the wire. */
export const fileFaults = [
  'file_empty',
  'file_type_not_allowed',
  'file_type_differs',
  'file_too_large',
  'file_unreadable',
  'file_infected',
  'file_is_archive_too',
  'image_too_large',
  'pdf_encrypted',
  'pdf_too_many_pages',
  'file_unpacks_too_large',
  'pdf_has_scripts',
  'pdf_has_embedded_files',
  'pdf_has_actions',
] as const;

export type FileFault = (typeof fileFaults)[number];

/** Why a file is not taken, found out while it is read. */
export class FileFaultError extends Error {
  override readonly name = 'FileFaultError';
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[], options?: ErrorOptions) {
    super(faults.join(', '), options);
    this.faults = faults;
  }
}
