import { createHash } from 'node:crypto';
import { unzip } from '../../../api/unzip.ts';
import { homeOfficerOf } from '../courses.ts';
import type { Invariant } from './observed.ts';

/** Each export makes the papers of its case, which takes a second: one of every course is looked at. */
export const bothStationsHaveTheSameFiles: Invariant = async ({ played, exportOf }) => {
  const wrong: string[] = [];
  const ofCourse = new Map(played.map(({ course, caseNo }) => [course, caseNo]));
  for (const [course, caseNo] of ofCourse) {
    if (caseNo === undefined) continue;
    const mine = await exportOf('window', caseNo);
    const theirs = await exportOf(homeOfficerOf(course), caseNo);
    if (!mine.equals(theirs)) wrong.push(`${caseNo} is not the same at both stations`);
    wrong.push(...(await damagedIn(mine)).map((name) => `${caseNo}: ${name}`));
  }
  return wrong;
};

interface Manifest {
  readonly notMade: readonly unknown[];
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** What is not as the manifest says. */
async function damagedIn(archive: Buffer): Promise<string[]> {
  const files = await unzip(archive);
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}') as Manifest;
  const damaged = manifest.files.filter(
    ({ name, sha256 }) =>
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex') !== sha256,
  );
  return [...damaged.map(({ name }) => name), ...manifest.notMade.map(() => 'a paper was not made')];
}
