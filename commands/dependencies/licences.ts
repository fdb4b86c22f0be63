/** A package as `npm query` tells of it. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
}

/** Licences that ask for no more than to be named. */
const permissive = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
] as const;

/** What else is taken, package by package, and why that is all right. */
const exceptions: Readonly<Record<string, string>> = {
  'caniuse-lite': 'CC-BY-4.0: data of the bundler, not distributed',
  unionfs: 'Unlicense, said in its file only',
};

/** libvips is a library of its own beside the program, which may be exchanged: what LGPL-3.0 asks for. */
const replaceableLibrary = /^@img\/sharp-libvips-/;

/** Packages under a licence that nobody has looked at, a line each. */
export function licenceFaults(packages: readonly InstalledPackage[]): string[] {
  return packages
    .filter(({ name }) => exceptions[name] === undefined && !replaceableLibrary.test(name))
    .filter(({ license }) => !permissive.some((known) => known === license))
    .map(({ name, version, license }) => `${name}@${version} 的许可证未经核对：${licenceOf(license)}`);
}

/** How many packages stand under each licence, most first. */
export function licenceTally(packages: readonly InstalledPackage[]): [licence: string, count: number][] {
  const byLicence = Map.groupBy(packages, ({ license }) => licenceOf(license));
  return [...byLicence]
    .map(([licence, { length }]): [string, number] => [licence, length])
    .sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
}

function licenceOf(license: unknown): string {
  return typeof license === 'string' ? license : '未注明';
}
