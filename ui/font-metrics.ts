/**
 * Reads the few numbers of an sfnt font that decide how large it looks, so that the fallback face can be scaled to match
 * and the page doesn't jump when the real one arrives. Build time only, but pure.
 */

export interface FontMetrics {
  /** All in em. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** Mean advance width of the sample's characters. */
  readonly meanWidth: number;
}

/** `sample` should be ordinary prose of the language; characters the font lacks are left out of the mean. */
export function fontMetrics(sfnt: Uint8Array, sample: string): FontMetrics {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const tables = tableOffsets(view);
  const em = view.getUint16(tables.head! + 18);
  const glyphOf = characterMap(view, tables.cmap!);
  const longMetrics = view.getUint16(tables.hhea! + 34);
  const widths = [...sample]
    .map((character) => glyphOf(character.codePointAt(0)!))
    .filter((glyph) => glyph > 0)
    .map((glyph) => view.getUint16(tables.hmtx! + 4 * Math.min(glyph, longMetrics - 1)));
  return {
    ascent: view.getInt16(tables.hhea! + 4) / em,
    descent: -view.getInt16(tables.hhea! + 6) / em,
    lineGap: view.getInt16(tables.hhea! + 8) / em,
    meanWidth: widths.reduce((sum, width) => sum + width, 0) / widths.length / em,
  };
}

/** The characters of `text` that the font can't draw, each once. */
export function missingCharacters(sfnt: Uint8Array, text: string): string[] {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const glyphOf = characterMap(view, tableOffsets(view).cmap!);
  return [...new Set(text)].filter((character) => glyphOf(character.codePointAt(0)!) === 0);
}

function tableOffsets(view: DataView): Record<string, number> {
  const offsets: Record<string, number> = {};
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    offsets[tag] = view.getUint32(at + 8);
  }
  return offsets;
}

/** The Unicode map of format 4 (OpenType, cmap): every font has one for the characters below U+10000. */
function characterMap(view: DataView, cmap: number): (code: number) => number {
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, at) => cmap + view.getUint32(cmap + 8 + 8 * at),
  );
  const table = subtables.find((offset) => view.getUint16(offset) === 4);
  if (table === undefined) throw new Error('font has no cmap of format 4');
  const doubled = view.getUint16(table + 6);
  const [ends, starts] = [table + 14, table + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  return (code) => {
    let segment = 0;
    while (segment < doubled && view.getUint16(ends + segment) < code) segment += 2;
    const start = view.getUint16(starts + segment);
    if (segment >= doubled || start > code) return 0;
    const range = view.getUint16(ranges + segment);
    const delta = view.getUint16(deltas + segment);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(ranges + segment + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
