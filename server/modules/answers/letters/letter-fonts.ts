/**
 * The house's own type as fonts a PDF can embed: one weight each, cut from the variable files of the package. It comes in two files, and ğ ş İ
 * lie in the second, so that a word may need both.
 */
import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { missingCharacters } from '../../../../ui/font-metrics.ts';

export type Weight = 'regular' | 'bold';
const WGHT: Record<Weight, number> = { regular: 400, bold: 700 };
const FILES = ['latin', 'latin-ext'] as const;
type Part = (typeof FILES)[number];
export type FontName = `${Weight}/${Part}`;

export interface LetterFonts {
  files: ReadonlyMap<FontName, Buffer>;
  /** Pieces of a text, each in the font that draws it. What neither draws loses its marks, or becomes a question mark. */
  runsOf(text: string, weight: Weight): { font: FontName; text: string }[];
}

/** U+0020–U+024F and the signs of typesetting: all that these files hold. */
const CHARACTERS =
  Array.from({ length: 0x24f - 0x20 + 1 }, (_, at) => String.fromCharCode(0x20 + at)).join('') +
  '‐‑–—‘’‚“”„•…‰′″‹›€₺™−×·';

let made: Promise<LetterFonts> | undefined;

/** Cut once in a process. */
export function letterFonts(): Promise<LetterFonts> {
  made ??= make();
  return made;
}

async function make(): Promise<LetterFonts> {
  const files = new Map<FontName, Buffer>();
  for (const part of FILES) {
    const source = await readFile(packaged(part));
    for (const weight of ['regular', 'bold'] as const)
      files.set(
        `${weight}/${part}`,
        await subsetFont(source, CHARACTERS, { targetFormat: 'sfnt', variationAxes: { wght: WGHT[weight] } }),
      );
  }
  const missing = new Map(
    FILES.map((part) => [part, new Set(missingCharacters(files.get(`regular/${part}`)!, CHARACTERS))]),
  );
  const known = new Set(CHARACTERS);
  const partOf = (character: string): Part | undefined =>
    FILES.find((part) => known.has(character) && !missing.get(part)!.has(character));
  return { files, runsOf: (text, weight) => runsOf(text, weight, partOf) };
}

function packaged(part: Part): URL {
  const name = 'atkinson-hyperlegible-next';
  return new URL(import.meta.resolve(`@fontsource-variable/${name}/files/${name}-${part}-wght-normal.woff2`));
}

function runsOf(text: string, weight: Weight, partOf: (character: string) => Part | undefined) {
  const runs: { font: FontName; text: string }[] = [];
  for (const typed of text) {
    const character = partOf(typed) === undefined ? plain(typed) : typed;
    const font: FontName = `${weight}/${partOf(character) ?? 'latin'}`;
    const last = runs.at(-1);
    // A space belongs to whatever stands before it.
    if (last && (last.font === font || character === ' ')) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

function plain(character: string): string {
  const base = character.normalize('NFD').replace(/\p{M}+/gu, '');
  return /^[\u0020-\u024f]$/.test(base) ? base : '?';
}
