const centralDirectoryEntry = Buffer.from('PK\x01\x02', 'latin1');
const endOfCentralDirectory = Buffer.from('PK\x05\x06', 'latin1');

// The end record is found by looking back from the end of the file over a comment of at most this length.
const endRecordReach = 22 + 0xff_ff;

/**
 * Whether a file of another type is a ZIP archive as well (a Java program, an office document): an archive is read from
 * its end, so that anything may stand before it. By chance, both marks stand so in fewer than one of 10 million files.
 */
export function isArchiveToo(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const end = bytes.lastIndexOf(endOfCentralDirectory);
  return (
    end >= 0 && bytes.length - end <= endRecordReach && bytes.subarray(0, end).includes(centralDirectoryEntry)
  );
}
