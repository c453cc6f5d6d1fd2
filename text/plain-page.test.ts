import { expect, test } from 'vitest';
import { readPlainPage } from './plain-page.ts';

test('a lead, then headings with a paragraph on each line', () => {
  const typed = ' Kısaca\n\n# Kim? \nBiz.\n  Ve onlar. \n#değil\n\n# Boş\n';
  expect(readPlainPage(typed)).toEqual({
    lead: 'Kısaca',
    parts: [
      { heading: 'Kim?', paragraphs: ['Biz.', 'Ve onlar.', '#değil'] },
      { heading: 'Boş', paragraphs: [] },
    ],
  });
});

test('without a lead it is empty, and lines before the first heading are one', () => {
  expect(readPlainPage('# Kim?\nBiz.').lead).toBe('');
  expect(readPlainPage('Bir\niki')).toEqual({ lead: 'Bir iki', parts: [] });
});
