import { describe, expect, test } from 'vitest';
import { PORTAL_TEXT_KEYS } from '../../../../contract/portal-texts.ts';
import { faultsInPortalText, READY_TEXTS, tidiedPortalText } from './portal-text.ts';

test.each(PORTAL_TEXT_KEYS)('the shipped words of %s could be published as they are', (key) => {
  expect(faultsInPortalText(key, READY_TEXTS[key])).toEqual([]);
  expect(tidiedPortalText(key, READY_TEXTS[key])).toEqual(READY_TEXTS[key]);
});

describe('what is wrong is named by its language', () => {
  const page = 'Kısaca.\n# Kim?\n{{municipality}}, {{address}}. Yazın: {{email}}.';
  test.each([
    ['nothing, in a sentence', 'home.title', 'Hoş geldiniz', []],
    ['nothing, in a page', 'privacy-notice', page, []],
    ['no words', 'home.title', '', ['text-missing']],
    ['more than a phone shows at once', 'home.title', 'a'.repeat(241), ['too-long']],
    ['a field in a sentence', 'home.call', 'Arayın: {{phone}}', ['unknown-field']],
    ['a field nobody fills', 'privacy-notice', `${page}\n{{mayor}}`, ['unknown-field']],
    ['a suffix on a field', 'privacy-notice', `${page}\n{{municipality}}'nin sayfası`, ['suffix-glued']],
    ['a word before a field', 'privacy-notice', `${page}\nno{{phone}}`, ['glued-before']],
    ['a brace too few', 'privacy-notice', `${page}\n{{phone}`, ['brace-open']],
    ['no lead', 'access-statement', '# Kim?\nBiz.', ['lead-missing']],
  ] as const)('%s', (_what, key, tr, problems) => {
    const faults = faultsInPortalText(key, { ...READY_TEXTS[key], tr });
    expect(faults).toEqual(problems.map((problem) => ({ where: 'text.tr', problem })));
  });
});

test('a sentence is one line however it was typed, and a page keeps its lines', () => {
  expect(tidiedPortalText('home.title', { tr: ' Hoş \n geldiniz ', en: 'Hi\u200b' })).toEqual({
    tr: 'Hoş geldiniz',
    en: 'Hi',
  });
  expect(tidiedPortalText('privacy-notice', { tr: 'Kısaca \r\n# Kim?', en: 'In short' }).tr).toBe('Kısaca\n# Kim?');
});
