import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAGS } from '../../../../../contract/finding.ts';
import { sayIn } from '../../kit/texts.ts';
import { chipText, chipsOf } from './facet-words.ts';
import type { Choices } from './facet-words.ts';
import { readFilterText, writeFilterText } from './filter-text.ts';
import { filterTexts } from './filter-texts.ts';
import { suggestionsFor } from './filter-suggestions.ts';
import type { ListFilter } from './list-filter.ts';

const say = sayIn(filterTexts, 'tr');
const said = (group: string) =>
  Object.entries(filterTexts.tr)
    .filter(([key]) => key.startsWith(`${group}.`))
    .map(([key, label]) => ({ value: key.slice(group.length + 1), label }));

const choices: Choices = {
  ...{ mine: said('mine'), open: said('open'), due: said('due'), satisfaction: said('satisfaction'), has: said('has') },
  directorate: [
    { value: 'FEN', label: 'Fen İşleri Müdürlüğü' },
    { value: 'TEM', label: 'Temizlik İşleri Müdürlüğü' },
  ],
  units: [{ value: 'FEN-YOL', label: 'Yol bakım' }],
  people: [
    { value: 'me', label: 'ben' },
    { value: '0190b2f0-0000-7000-8000-000000000001', label: 'Şükrü "Usta" Deneme' },
  ],
  topics: [
    { value: 'YOL-01', label: 'Asfalt Onarımı' },
    { value: 'YOL-04', label: 'Kaldırım, bordür' },
    { value: 'TEM-01', label: 'Asfalt Onarımı' },
    ...said('topics'),
  ],
  neighbourhoods: [
    { value: '1', label: 'Adem Yavuz' },
    { value: '2', label: 'Atatürk' },
    { value: '3', label: 'Ihlamurkuyu' },
    { value: '4', label: 'İstiklal' },
  ],
  channels: [
    { value: 'web', label: 'internet' },
    { value: 'phone', label: 'telefon' },
  ],
  kinds: [{ value: 'complaint', label: 'Şikâyet' }],
  states: [
    { value: 'assigned', label: 'Birime iletildi' },
    { value: 'waiting-for-citizen', label: 'Ek bilgi bekleniyor' },
  ],
  outcomes: [{ value: 'done', label: 'Yapıldı' }],
};

describe('a filter written as text', () => {
  it.each<[string, ListFilter]>([
    ['müdürlük:fen mahalle:atatürk süre<2g', { directorate: 'FEN', neighbourhoods: '2', within: '2d' }],
    ['mudurluk:fen mahalle:ataturk sure<36s', { directorate: 'FEN', neighbourhoods: '2', within: '36h' }],
    ['directorate:fen neighbourhood:ataturk time<2d', { directorate: 'FEN', neighbourhoods: '2', within: '2d' }],
    ['mahalle:"Adem Yavuz",ıhlamur', { neighbourhoods: '1,3' }],
    ['mahalle:!istiklal,yavuz', { neighbourhoods: '!4,1' }],
    ['süre:gecikmiş', { due: 'overdue' }],
    ['süre:bugün kimde:ben', { due: 'today', people: 'me' }],
    ['geliş:2026-02-01..2026-02-10', { from: '2026-02-01', to: '2026-02-10' }],
    ['geliş:01.02.2026', { from: '2026-02-01', to: '2026-02-01' }],
    ['geliş>2026-02-01', { from: '2026-02-01' }],
    ['geliş<10.02.2026', { to: '2026-02-10' }],
    ['nitelik:fotoğraflı,!danger', { has: 'photo,!danger' }],
    ['konu:yol-04 çukur var', { topics: 'YOL-04', text: 'çukur var' }],
    ['konu:"Kaldırım, bordür"', { topics: 'YOL-04' }],
    ['durum:bekleniyor kapsam:kapananlarla', { states: 'waiting-for-citizen', open: 'all' }],
    ['sözcük:"durum: kötü"', { text: 'durum: kötü' }],
    ['8001/1 sokak', { text: '8001/1 sokak' }],
    ['saat 12:30 da', { text: 'saat 12:30 da' }],
  ])('%s', (typed, filter) => {
    expect(readFilterText(typed, choices)).toEqual({ filter, unknown: [] });
  });

  it.each(['mahalle:yokyok', 'süre<2', 'süre<çok', 'geliş:dün', 'konu<3'])('does not guess: %s', (typed) => {
    expect(readFilterText(typed, choices)).toEqual({ filter: {}, unknown: [typed] });
  });

  const some = (facet: keyof Choices) =>
    fc.subarray(choices[facet].map(({ value }) => value), { minLength: 1 }).chain((codes) =>
      fc.boolean().map((none) => `${none && facet !== 'has' ? '!' : ''}${codes.join(',')}`),
    ); // prettier-ignore
  const one = (facet: keyof Choices) => fc.constantFrom(...choices[facet].map(({ value }) => value));
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
  const filters = fc.record(
    {
      ...{
        mine: one('mine'),
        open: one('open'),
        due: one('due'),
        satisfaction: some('satisfaction'),
        has: some('has'),
      },
      ...{ directorate: some('directorate'), units: some('units'), people: some('people'), topics: some('topics') },
      ...{
        neighbourhoods: some('neighbourhoods'),
        channels: some('channels'),
        kinds: some('kinds'),
        states: some('states'),
      },
      ...{ outcomes: some('outcomes'), from: day, to: day, within: fc.constantFrom('2d', '36h', '10d') },
      ...{ area: fc.constant('29.1,41;29.2,41;29.1,41.1'), box: fc.constant('29,41,30,42') },
      text: fc.constantFrom('çukur', 'yol: çökmüş', 'süre<2g', 'a "b" c'.replaceAll('"', '')),
    },
    { requiredKeys: [] },
  );

  it('is read back as the same filter, in both languages', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom('tr' as const, 'en' as const), (filter, language) => {
        const text = writeFilterText(filter, choices, language);
        expect(readFilterText(text, choices), text).toEqual({ filter, unknown: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the chips of a filter', () => {
  const text = (filter: ListFilter) =>
    chipsOf(filter).map((chip) => chipText(chip, filter, { say, choices, language: 'tr' }));

  it('say what each part does', () => {
    expect(text({ neighbourhoods: '1,2', topics: '!YOL-01', has: 'photo,!danger' })).toEqual([
      'Konu (hiçbiri): Asfalt Onarımı',
      'Mahalle: Adem Yavuz, Atatürk',
      'Nitelik: fotoğraflı, acil olmayan',
    ]);
    expect(text({ from: '2026-02-01', to: '2026-02-10' })).toEqual(['Geliş günü: 01.02.2026 – 10.02.2026']);
    expect(text({ to: '2026-02-10' })).toEqual(['Geliş günü: 10.02.2026 ve öncesi']);
    expect(text({ neighbourhoods: '1,2,3', within: '2d' })).toEqual([
      'Kalan süre: 2 gün içinde dolan ya da dolmuş',
      'Mahalle: 3 seçili',
    ]);
  });

  it('have a word for every mark the server knows, and for its opposite', () => {
    for (const flag of FLAGS)
      for (const value of [flag, `!${flag}`]) expect(text({ has: value })).not.toEqual([`Nitelik: ${value}`]);
  });
});

describe('what is offered while a filter is typed', () => {
  const offered = (typed: string, filter: ListFilter = {}) =>
    suggestionsFor(typed, filter, { say, choices, language: 'tr' });

  it('is every facet at first, then what begins so, values too', () => {
    expect(offered('').length).toBeGreaterThan(15);
    expect(offered('mah').map(({ label }) => label).slice(0, 1)).toEqual(['Mahalle']); // prettier-ignore
    expect(offered('atat')[0]).toMatchObject({ label: 'Mahalle: Atatürk', next: { neighbourhoods: '2' } });
    expect(offered('istik')[0]).toMatchObject({ next: { neighbourhoods: '4' } });
  });

  it('adds to what is chosen there already, also to what is excluded', () => {
    expect(offered('atat', { neighbourhoods: '1' })[0]!.next).toEqual({ neighbourhoods: '1,2' });
    expect(offered('atat', { neighbourhoods: '!1' })[0]!.next).toEqual({ neighbourhoods: '!1,2' });
    expect(offered('gecik', { due: 'today' })[0]!.next).toEqual({ due: 'overdue' });
  });

  it('is a whole filter where one is written, and nothing where a part of it is not understood', () => {
    expect(offered('mahalle:atatürk süre<2g', { topics: 'YOL-01' })).toEqual([
      {
        key: 'written',
        label: 'Kalan süre: 2 gün içinde dolan ya da dolmuş · Mahalle: Atatürk',
        next: { topics: 'YOL-01', neighbourhoods: '2', within: '2d' },
      },
    ]);
    expect(offered('mahalle:yok')).toEqual([]);
  });

  it('is a search for the words, last', () => {
    expect(offered('çukur').at(-1)).toMatchObject({ next: { text: 'çukur' } });
  });
});
