import { describe, expect, it } from 'vitest';
import { isSingleKey, keyOf, printedKeys, strokesOf } from './shortcut-keys.ts';

const pressed = (key: string, held: Partial<Parameters<typeof keyOf>[0]> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false, ...held });

describe('keys', () => {
  it('are named by what they write', () => {
    expect(pressed('j')).toBe('j');
    expect(pressed('J', { shiftKey: true })).toBe('j');
    expect(pressed('?', { shiftKey: true })).toBe('?');
    expect(pressed('k', { ctrlKey: true })).toBe('Ctrl+k');
    expect(pressed('k', { metaKey: true })).toBe('Ctrl+k');
    expect(pressed('Enter', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Enter');
  });

  it('leave AltGr alone: on Turkish Q it writes @ and €', () => {
    expect(pressed('@', { ctrlKey: true, altKey: true })).toBeNull();
    expect(pressed('@', { altGraph: true })).toBeNull();
  });

  it.each(['I', 'ı', 'İ', 'i', 'Ç', 'ğ', 'Ö', 'ş', 'Ü', '/', '[', '@', 'Ctrl+P', 'Ctrl+F', 'Alt+J', 'Insert', 'G İ'])(
    'refuse %s',
    (written) => {
      expect(() => strokesOf(written)).toThrow(RangeError);
    },
  );

  it('may follow each other, and print as they are written', () => {
    expect(strokesOf('G B')).toEqual(['g', 'b']);
    expect(strokesOf('Ctrl+Shift+Enter')).toEqual(['Ctrl+Shift+Enter']);
    expect(printedKeys('ArrowDown')).toBe('↓');
    expect(printedKeys('G B')).toBe('G B');
  });

  it('of one printed sign can be switched off, others not', () => {
    expect(isSingleKey('j')).toBe(true);
    expect(isSingleKey('?')).toBe(true);
    expect(isSingleKey('Ctrl+k')).toBe(false);
    expect(isSingleKey('Escape')).toBe(false);
  });
});
