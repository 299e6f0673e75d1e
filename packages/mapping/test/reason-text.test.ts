import { describe, expect, it } from 'vitest';
import { DELETION_REASONS, ERROR_REASONS, reasonText, REPORT_CODES, SCOPE_REASONS, TRANSFER_REASONS, USER_REASONS } from '../src/index.ts';

describe('codes in plain words', () => {
  it.each([...TRANSFER_REASONS, ...SCOPE_REASONS, ...USER_REASONS, ...ERROR_REASONS, ...DELETION_REASONS, ...REPORT_CODES])(
    '%s is one sentence',
    (code) => {
      expect(reasonText(code)).toMatch(/^[A-Z][^\n]+\.$/);
    },
  );

  it('a code of another package, or a property every object has, is given back as it is', () => {
    expect(reasonText('something-else')).toBe('something-else');
    expect(reasonText('toString')).toBe('toString');
  });
});
