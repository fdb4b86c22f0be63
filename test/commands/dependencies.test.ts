import { describe, expect, it } from 'vitest';
import { graveAdvisories } from '../../commands/dependencies/advisories.ts';
import { licenceFaults, licenceTally } from '../../commands/dependencies/licences.ts';

const of = (name: string, license?: unknown) => ({ name, version: '1.0.0', license });

describe('the licences of what the product runs on', () => {
  it('are those that ask for no more than to be named', () => {
    expect(
      licenceFaults([of('a', 'MIT'), of('b', 'Apache-2.0'), of('@img/sharp-libvips-x', 'LGPL-3.0-or-later')]),
    ).toEqual([]);
  });

  it.each([['GPL-3.0-only'], ['LGPL-3.0-or-later'], ['UNLICENSED'], [undefined], [{ type: 'MIT' }]])(
    'are looked at by somebody when they are %s',
    (license) => {
      expect(licenceFaults([of('a', license)])).toHaveLength(1);
    },
  );

  it('are counted', () => {
    expect(licenceTally([of('a', 'ISC'), of('b', 'MIT'), of('c', 'MIT'), of('d')])).toEqual([
      ['MIT', 2],
      ['ISC', 1],
      ['未注明', 1],
    ]);
  });
});

describe('advisories', () => {
  const about = (severity: string, fixAvailable: unknown = true) => ({
    vulnerabilities: { leftpad: { severity, range: '<2', fixAvailable } },
  });

  it('fail the check when they are grave', () => {
    expect(graveAdvisories(about('high'))).toEqual(['leftpad <2 有高危安全公告，已有修复版本。']);
    expect(graveAdvisories(about('critical', false))).toEqual(['leftpad <2 有严重安全公告，尚无修复版本。']);
    expect(graveAdvisories(about('moderate'))).toEqual([]);
  });

  it('are none where the registry has none to offer', () => {
    expect(graveAdvisories({})).toEqual([]);
  });
});
