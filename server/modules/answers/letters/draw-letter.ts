/**
 * Draws a letter as a tagged PDF (PDF/UA-1 as far as pdfkit goes: language, title, structure in reading order, embedded fonts, page numbers as
 * artifacts), so that a screen reader reads what the eye does. The same function for the preview and for the letter that is kept.
 */
import PDFDocument from 'pdfkit';
import type { Letter } from './letter.ts';
import type { LetterFonts, Weight } from './letter-fonts.ts';
import { letterFonts } from './letter-fonts.ts';

/** A4 and the margins of the regulation: 2.5 cm, in points. */
const MARGIN = 71;
const SIZE = 11;
const LEADING = 15.5;

type Pdf = InstanceType<typeof PDFDocument>;
type Align = 'left' | 'center' | 'right';

interface Sheet {
  pdf: Pdf;
  fonts: LetterFonts;
  root: ReturnType<Pdf['struct']>;
  y: number;
}

export async function drawLetter(letter: Letter, { madeAt, draft }: { madeAt: Date; draft: boolean }): Promise<Buffer> {
  const fonts = await letterFonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: 'tr-TR',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `${letter.subject} ${letter.number}`,
      Author: letter.head[1]!,
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  const done = bytesOf(pdf);
  for (const [name, file] of fonts.files) pdf.registerFont(name, file);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const sheet: Sheet = { pdf, fonts, root, y: MARGIN };
  write(sheet, letter, draft);
  root.end();
  numberPages(sheet);
  pdf.end();
  return done;
}

function bytesOf(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}

function write(sheet: Sheet, letter: Letter, draft: boolean): void {
  if (draft) block(sheet, 'P', 'TASLAK', { align: 'right', weight: 'bold' });
  letter.head.forEach((line, place) =>
    block(sheet, place === 1 ? 'H1' : 'P', line, { align: 'center', weight: place === 1 ? 'bold' : 'regular' }),
  );
  gap(sheet, 1);
  block(sheet, 'P', `Sayı: ${letter.number}`);
  // The regulation has the date at the right end of the number's own line, without a word before it.
  gap(sheet, -1);
  block(sheet, 'P', letter.date, { align: 'right' });
  block(sheet, 'P', `Konu: ${letter.subject}`);
  gap(sheet, 1.5);
  block(sheet, 'P', letter.addressee, { align: 'center', weight: 'bold' });
  gap(sheet, 1);
  block(sheet, 'P', `İlgi: ${letter.reference}`);
  gap(sheet, 0.7);
  for (const { text, language } of letter.paragraphs) {
    block(sheet, 'P', text, { indent: 28, lang: language === 'tr' ? undefined : 'en' });
    gap(sheet, 0.4);
  }
  for (const part of letter.law) writeLaw(sheet, part);
  block(sheet, 'P', letter.closing, { indent: 28 });
  gap(sheet, 2);
  keepTogether(sheet, letter.signature.length);
  for (const line of letter.signature) block(sheet, 'P', line, { align: 'center', left: 250 });
  if (letter.enclosures.length > 0) {
    gap(sheet, 1.5);
    block(sheet, 'P', `Ek: ${letter.enclosures.join(', ')}`);
  }
  if (letter.distribution.length > 0) {
    gap(sheet, 1.5);
    keepTogether(sheet, letter.distribution.length + 1);
    block(sheet, 'P', 'Dağıtım:', { weight: 'bold' });
    for (const line of letter.distribution) block(sheet, 'P', line);
  }
  gap(sheet, 2);
  for (const line of letter.foot) block(sheet, 'P', line, { size: 8.5 });
}

/** A heading with what belongs under it; never the heading alone at the foot of a page. */
function writeLaw(sheet: Sheet, { heading, lines, language }: Letter['law'][number]): void {
  const lang = language === 'tr' ? undefined : 'en';
  gap(sheet, 0.3);
  keepTogether(sheet, 3);
  block(sheet, 'H2', heading, { weight: 'bold', lang });
  for (const line of lines) block(sheet, 'P', line, { lang });
  gap(sheet, 0.5);
}

interface Look {
  align?: Align;
  weight?: Weight;
  size?: number;
  /** Of the first line, in points. */
  indent?: number;
  /** How far the column begins to the right of the margin. */
  left?: number;
  lang?: string | undefined;
}

/** One element of the structure; over the end of a page it goes on as the same element. */
function block(sheet: Sheet, tag: string, text: string, look: Look = {}): void {
  const { pdf, root } = sheet;
  const { size = SIZE, indent = 0, left = 0 } = look;
  const element = pdf.struct(tag, look.lang === undefined ? {} : ({ lang: look.lang } as never));
  root.add(element);
  const width = pdf.page.width - 2 * MARGIN - left;
  let marked = false;
  const mark = () => {
    element.add(pdf.markStructureContent(tag));
    marked = true;
  };
  for (const [place, line] of linesOf(sheet, text, { ...look, size, width, indent }).entries()) {
    if (sheet.y + LEADING > pdf.page.height - MARGIN) {
      if (marked) pdf.endMarkedContent();
      marked = false;
      pdf.addPage();
      sheet.y = MARGIN;
    }
    if (!marked) mark();
    drawLine(sheet, line, { ...look, size, width, left: left + (place === 0 ? indent : 0) });
    sheet.y += (LEADING * size) / SIZE;
  }
  if (marked) pdf.endMarkedContent();
  element.end();
}

type Sized = Look & { size: number; width: number };

function linesOf(sheet: Sheet, text: string, look: Sized & { indent: number }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = look.width - (lines.length === 0 ? look.indent : 0);
    if (line !== '' && widthOf(sheet, longer, look) > room) {
      // The space at its end is not seen, but without it a reader aloud joins two words.
      lines.push(`${line} `);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function widthOf({ pdf, fonts }: Sheet, text: string, { weight = 'regular', size }: Sized): number {
  return fonts
    .runsOf(text, weight)
    .reduce((sum, run) => sum + pdf.font(run.font).fontSize(size).widthOfString(run.text), 0);
}

function drawLine(sheet: Sheet, line: string, look: Sized): void {
  const { pdf, fonts } = sheet;
  const { align = 'left', weight = 'regular', size, width, left = 0 } = look;
  const spare = align === 'left' ? 0 : (width - widthOf(sheet, line.trimEnd(), look)) / (align === 'center' ? 2 : 1);
  let x = MARGIN + left + spare;
  for (const run of fonts.runsOf(line, weight)) {
    pdf.font(run.font).fontSize(size);
    pdf.text(run.text, x, sheet.y, { lineBreak: false });
    x += pdf.widthOfString(run.text);
  }
}

function gap(sheet: Sheet, lines: number): void {
  sheet.y += lines * LEADING;
}

/** A name alone on a new page would sign nothing. */
function keepTogether(sheet: Sheet, lines: number): void {
  if (sheet.y + lines * LEADING <= sheet.pdf.page.height - MARGIN) return;
  sheet.pdf.addPage();
  sheet.y = MARGIN;
}

/** Said by the reader's own program, so that it is an artifact and not read out in the middle of a sentence. */
function numberPages(sheet: Sheet): void {
  const { pdf } = sheet;
  const { start, count } = pdf.bufferedPageRange();
  if (count === 1) return;
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    sheet.y = pdf.page.height - MARGIN / 2;
    drawLine(sheet, `${page + 1} / ${count}`, { align: 'center', size: 9, width: pdf.page.width - 2 * MARGIN });
    pdf.endMarkedContent();
  }
}
