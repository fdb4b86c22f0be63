import { createHash } from 'node:crypto';
import { unzip } from '../../../api/unzip.ts';
import { keepersOf } from '../courses.ts';
import type { Invariant } from './observed.ts';

/** Each export makes the papers of its case, which takes a second: one of every course is looked at. */
export const stationsHaveTheSameFiles: Invariant = async ({ played, exportOf }) => {
  const wrong: string[] = [];
  const ofCourse = new Map(played.map(({ course, caseNo }) => [course, caseNo]));
  for (const [course, caseNo] of ofCourse) {
    if (caseNo === undefined) continue;
    let first: Buffer | undefined;
    for (const keeper of keepersOf(course)) {
      const kept = await exportOf(keeper, caseNo);
      if (first === undefined) wrong.push(...(await damagedIn(kept)).map((name) => `${caseNo}: ${name}`));
      else if (!kept.equals(first)) wrong.push(`${caseNo} is another at ${keeper}`);
      first ??= kept;
    }
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
