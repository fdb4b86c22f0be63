import { describe, expect, it } from 'vitest';
import { maskIdNumber, maskName, maskTelephone } from '../../../domain/identity/masking.ts';

describe('masking', () => {
  it.each([
    ['张三', '张*'],
    ['王小明', '王**'],
    ['欧阳若兰', '欧阳**'],
    ['欧阳', '欧*'],
    ['阿卜杜拉·买买提', '阿*******'],
    ['𬍛𬭎', '𬍛*'],
    ['', ''],
  ])('keeps the surname, counted in characters', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('keeps the first six and last four of a citizen number', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
  });

  it('keeps the first three and last four of a telephone number', () => {
    expect(maskTelephone('13800001234')).toBe('138****1234');
  });

  it('hides a text whole that is too short to be masked', () => {
    expect(maskIdNumber('110105002X')).toBe('**********');
    expect(maskTelephone('85660000')).toBe('********');
  });
});
