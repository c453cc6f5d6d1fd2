/** The official letter: what it says, and that a reader aloud gets the same from the file. The file is read back by another program's parser. */
import { beforeAll, describe, expect, test } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Letter, LetterContent } from './letter.ts';
import { CLOSING, letterOf, salutationOf } from './letter.ts';
import { drawLetter } from './draw-letter.ts';

const CONTENT: LetterContent = {
  municipality: 'Ümraniye Belediyesi',
  directorate: 'Fen İşleri Müdürlüğü',
  detsis: '12345678',
  filePlan: '622.03',
  day: '2026-02-18',
  subject: 'Kaldırım ve Bordür başvurusu',
  reference: { day: '2026-02-16', number: '7K4M-P9TR-3HD' },
  text: 'Söyleşi Sokak’taki çökmüş kaldırımı söküp yeniden döşedik.\n\nPırıl pırıl ğüşıöçİ ĞÜŞIÖÇ; â, î, û.',
  language: 'tr',
  level: 'citizen',
  signature: { name: 'Mustafa Deneme', signer: 'manager' },
  photos: 2,
  address: 'Atatürk Mahallesi, Ümraniye',
  phone: '444 9 822',
  web: 'umraniye.bel.tr',
};
const letter = (change: Partial<LetterContent> = {}, addressee = salutationOf('Emine Işık')): Letter =>
  letterOf({ ...CONTENT, ...change }, { register: '1047', addressee });

describe('what it says', () => {
  test.each([
    ['with a DETSİS number', {}, 'E-12345678-622.03-1047'],
    ['without one', { detsis: '' }, '622.03-1047'],
    ['without a file plan', { detsis: '', filePlan: '' }, '1047'],
  ])('the number %s', (_, change, number) => expect(letter(change).number).toBe(number));

  test.each([
    ['citizen', 'Bilgilerinizi rica ederim.'],
    ['below', 'Gereğini rica ederim.'],
    ['above', 'Gereğini arz ederim.'],
    ['above-and-below', 'Gereğini arz ve rica ederim.'],
  ] as const)('closes to %s', (level, closing) => {
    expect(CLOSING[level]).toBe(closing);
    expect(letter({ level }).closing).toBe(closing);
  });

  test.each([
    ['manager', ['Mustafa DENEME', 'Fen İşleri Müdürü']],
    ['deputy-mayor', ['Mustafa DENEME', 'Belediye Başkanı a.', 'Başkan Yardımcısı']],
    ['supervisor', ['Mustafa DENEME', 'Çözüm Merkezi Sorumlusu']],
    ['other', ['Mustafa DENEME', 'Fen İşleri Müdürlüğü']],
  ] as const)('is signed by a %s', (signer, lines) =>
    expect(letter({ signature: { name: 'Mustafa Deneme', signer } }).signature).toEqual(lines),
  );

  test('names the addressee as letters do, with the capitals of Turkish', () => {
    expect(salutationOf('Ali İhsan Yiğit')).toBe('Sayın Ali İhsan YİĞİT');
    expect(salutationOf(null)).toBe('Sayın Başvuru Sahibi');
    expect(letter().head).toEqual(['T.C.', 'ÜMRANİYE BELEDİYE BAŞKANLIĞI', 'Fen İşleri Müdürlüğü']);
    expect(letter().reference).toBe('16.02.2026 tarihli ve 7K4M-P9TR-3HD numaralı başvurunuz.');
    expect(letter({ photos: 0 }).enclosures).toEqual([]);
  });
});

describe('a refusal', () => {
  const refused: Partial<LetterContent> = {
    grounds: [{ article: '4982 m.21', text: 'Özel hayatın gizliliği' }],
    remedies: [
      { text: 'Kurula yazılı olarak itiraz edebilirsiniz.', law: '4982 m.13', lastDay: '2026-03-05' },
      { text: 'Yeniden bakılmasını isteyebilirsiniz.', law: '3071 m.3', lastDay: null },
    ],
  };

  test('names its articles and what can be done against it, until which day', () => {
    expect(letter(refused).law).toEqual([
      { heading: 'Yasal dayanak', lines: ['4982 m.21: Özel hayatın gizliliği'], language: 'tr' },
      {
        heading: 'Bu yanıta karşı yapabilecekleriniz',
        lines: [
          'Kurula yazılı olarak itiraz edebilirsiniz. Son gün: 05.03.2026. (4982 m.13)',
          'Yeniden bakılmasını isteyebilirsiniz. (3071 m.3)',
        ],
        language: 'tr',
      },
    ]);
    expect(letter({ ...refused, language: 'en' }).law.map(({ heading }) => heading)).toEqual([
      'Grounds in law',
      'What you can do against this answer',
    ]);
    expect(letter().law, 'one frozen before these were kept').toEqual([]);
  });

  test('is read aloud with them as headings, between the words and the closing', async () => {
    const { elements } = await read(await drawLetter(letter(refused), MADE));
    const said = elements.map(({ role, text }) => `${role} ${text}`);
    const from = said.indexOf('H2 Yasal dayanak');
    expect(said.slice(from, from + 6)).toEqual([
      'H2 Yasal dayanak',
      'P 4982 m.21: Özel hayatın gizliliği',
      'H2 Bu yanıta karşı yapabilecekleriniz',
      'P Kurula yazılı olarak itiraz edebilirsiniz. Son gün: 05.03.2026. (4982 m.13)',
      'P Yeniden bakılmasını isteyebilirsiniz. (3071 m.3)',
      'P Bilgilerinizi rica ederim.',
    ]);
  });
});

test('a letter that goes to another body too names both at its end, and closes to whoever stands above', async () => {
  const forwarded = letter({ forwardedTo: 'Karayolları 17. Bölge Müdürlüğü', level: 'above-and-below' });
  expect(forwarded).toMatchObject({ addressee: 'DAĞITIM YERLERİNE', closing: 'Gereğini arz ve rica ederim.' });
  const said = (await read(await drawLetter(forwarded, MADE))).elements.map(({ text }) => text);
  const from = said.indexOf('Dağıtım:');
  expect(said.slice(from, from + 3)).toEqual([
    'Dağıtım:',
    'Gereği: Karayolları 17. Bölge Müdürlüğü',
    'Bilgi: Sayın Emine IŞIK',
  ]);
  expect(said).not.toContain('Sayın Emine IŞIK');
  expect(letter().distribution).toEqual([]);
});

interface Node {
  role?: string;
  lang?: string;
  children?: (Node | { type: string; id: string })[];
}

interface Piece {
  type?: string;
  id?: string;
  tag?: string;
  str?: string;
}

const MADE = { madeAt: new Date('2026-02-18T10:00:00Z'), draft: false };

async function read(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info, metadata } = (await pdf.getMetadata()) as {
    info: Record<string, unknown>;
    metadata: { getRaw(): string };
  };
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const page = await pdf.getPage(at + 1);
      return {
        tree: (await page.getStructTree()) as Node,
        pieces: (await page.getTextContent({ includeMarkedContent: true })).items as Piece[],
      };
    }),
  );
  return {
    info,
    xmp: metadata.getRaw(),
    marked: isMarked(await pdf.getMarkInfo()),
    pages,
    elements: pages.flatMap(elementsOf),
  };
}

/** The parser gives a map where its types promise an object. */
function isMarked(info: unknown): unknown {
  return info instanceof Map ? info.get('Marked') : (info as { Marked?: boolean } | null)?.Marked;
}

/** In the order of the structure, with the words marked as theirs: what is read aloud. */
function elementsOf({ tree, pieces }: { tree: Node; pieces: Piece[] }): { role: string; text: string }[] {
  const words = new Map<string, string>();
  let open = '';
  for (const { type, id, str } of pieces) {
    if (type === 'beginMarkedContentProps') open = id ?? '';
    else if (type?.startsWith('beginMarkedContent')) open = '';
    else if (type === 'endMarkedContent') open = '';
    else if (open !== '') words.set(open, (words.get(open) ?? '') + (str ?? ''));
  }
  const found: { role: string; text: string }[] = [];
  const visit = (node: Node) => {
    const ids = (node.children ?? []).flatMap((child) => ('id' in child ? [child.id] : []));
    if (ids.length > 0) found.push({ role: node.role ?? '', text: ids.map((id) => words.get(id) ?? '').join('') });
    for (const child of node.children ?? []) if (!('id' in child)) visit(child);
  };
  visit(tree);
  return found;
}

describe('the file', () => {
  let file: Awaited<ReturnType<typeof read>>;
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await drawLetter(letter(), MADE);
    file = await read(bytes);
  });

  test('says of itself that it is tagged, in which language and with which title', () => {
    expect(file.marked).toBe(true);
    expect(file.info).toMatchObject({
      Title: 'Kaldırım ve Bordür başvurusu E-12345678-622.03-1047',
      Language: 'tr-TR',
    });
    expect(file.xmp).toMatch(/pdfuaid:part>1</);
  });

  test('is read aloud in the order of a letter, with every Turkish letter', () => {
    expect(file.elements.map(({ role, text }) => `${role} ${text.trim()}`)).toEqual([
      'P T.C.',
      'H1 ÜMRANİYE BELEDİYE BAŞKANLIĞI',
      'P Fen İşleri Müdürlüğü',
      'P Sayı: E-12345678-622.03-1047',
      'P 18.02.2026',
      'P Konu: Kaldırım ve Bordür başvurusu',
      'P Sayın Emine IŞIK',
      'P İlgi: 16.02.2026 tarihli ve 7K4M-P9TR-3HD numaralı başvurunuz.',
      'P Söyleşi Sokak’taki çökmüş kaldırımı söküp yeniden döşedik.',
      'P Pırıl pırıl ğüşıöçİ ĞÜŞIÖÇ; â, î, û.',
      'P Bilgilerinizi rica ederim.',
      'P Mustafa DENEME',
      'P Fen İşleri Müdürü',
      'P Ek: Fotoğraf (2 adet)',
      'P Atatürk Mahallesi, Ümraniye · 444 9 822 · umraniye.bel.tr',
      'P Bu yazı Çözüm Merkezi kaydından üretilmiştir; 5070 sayılı Kanun anlamında elektronik imza taşımaz.',
    ]);
  });

  test('embeds the fonts of the house and no other', () => {
    const names = [...bytes.toString('latin1').matchAll(/\/FontName \/(\S+)/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(name).toMatch(/AtkinsonHyperlegibleNext/);
    expect(bytes.toString('latin1').match(/\/FontFile2/g)).toHaveLength(names.length);
  });

  test('is the same twice, so that its hash says something', async () => {
    const bare = (pdf: Buffer) =>
      pdf
        .toString('latin1')
        .replace(/\/ID \[[^\]]*\]/, '')
        .replace(/uuid:[0-9a-f-]+/g, '');
    expect(bare(await drawLetter(letter(), MADE))).toBe(bare(bytes));
  });

  test('goes over several pages: numbered, nothing lost, a long paragraph one element on each', async () => {
    const text = Array.from({ length: 60 }, (_, at) => `${at + 1}. madde: ${CONTENT.text.replaceAll('\n', ' ')}`).join(
      '\n',
    );
    const long = await read(await drawLetter(letter({ text }), MADE));
    expect(long.pages.length).toBeGreaterThan(2);
    const said = long.elements.map((each) => each.text).join(' ');
    for (let at = 1; at <= 60; at += 1) expect(said).toContain(`${at}. madde:`);
    expect(said, 'page numbers are not read out').not.toContain('1 / ');
    const shown = long.pages[0]!.pieces.map(({ str }) => str ?? '').join('');
    expect(shown).toContain(`1 / ${long.pages.length}`);
  });

  test('draws a name that its fonts do not hold without a hole', async () => {
    const odd = await read(await drawLetter(letter({}, 'Sayın Łukasz Nguyễn 漢'), MADE));
    expect(odd.elements.map(({ text }) => text)).toContain('Sayın Łukasz Nguyen ?');
  });
});
