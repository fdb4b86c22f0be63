import { describe, expect, it } from 'vitest';
import { findDossierOccasion, isCurrentDossier } from '../../../domain/papers/bound-dossier.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { accepted, faxed, inTransit } from '../case/roads.ts';

describe('the dossier that is wanted', () => {
  it('is the next one, by hand, while the case is with the accepting station', () => {
    const { state } = accepted();
    expect(findDossierOccasion(state)).toMatchObject({ n: 1, channel: 'manual', handedOverAt: null });
    expect(
      findDossierOccasion(accepted().do('transmit').handOver().do('return_dossier').state),
    ).toMatchObject({ n: 2, channel: 'manual', handedOverAt: null });
  });

  it('is the last one when it has gone; the next can be had by its number', () => {
    const { state } = faxed();
    expect(findDossierOccasion(state)).toMatchObject({ n: 1, channel: 'fax' });
    expect(findDossierOccasion(state)?.handedOverAt).not.toBeNull();
    expect(findDossierOccasion(state, 2)).toMatchObject({ n: 2, channel: 'manual', handedOverAt: null });
    expect(findDossierOccasion(state, 3)).toBeUndefined();
  });

  it('names the station that it went to, wherever the case is now', () => {
    const { state } = inTransit();
    expect(findDossierOccasion({ ...state, homeStation: state.acceptingStation }, 1)?.homeStation).toBe(
      state.homeStation,
    );
  });
});

describe('a bound dossier', () => {
  const papers = ['form', 'a', 'b'].map((sha256) => ({ sha256 }));
  const wanted = { handedOverAt: null };

  it.each([
    [['a', 'b'], true],
    [['a'], false],
    [['a', 'b', 'c'], false],
    [['b', 'a'], false],
  ])('of the papers a and b is current for %j: %s', (digests, isCurrent) => {
    const attachments = digests.map((sha256) => ({ sha256 }));
    expect(isCurrentDossier({ papers }, wanted, attachments)).toBe(isCurrent);
  });

  it('stays as it went', () => {
    const gone = { handedOverAt: parseInstant('2026-11-02T09:00:00+08:00') };
    expect(isCurrentDossier({ papers }, gone, [])).toBe(true);
  });
});
