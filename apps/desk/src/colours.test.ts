import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(tsx?|css)$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** Mantine's own palette: a name of it would bring its default colours in. */
const MANTINE =
  /\b(?:c|bg|color)=(?:"|\{')(?:dark|gray|red|pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange)\b|--mantine-color-(?:dark|gray|red|pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange)-/;
const RAW = /(?<![\w&-])#(?:[0-9a-f]{3}|[0-9a-f]{6})\b(?![\w-])/i;
/** The colour before the municipality's own is known (tokens.css has the same), and the example of how a colour is typed. */
const ALLOWED = new Set(['kit/municipality.ts', 'screens/settings/accent-preview.tsx']);

describe('colours of the desk', () => {
  it('come from the tokens: no raw colour, no colour name of Mantine', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.filter(({ text }) => MANTINE.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ path, text }) => RAW.test(text) && !ALLOWED.has(path)).map(({ path }) => path)).toEqual(
      [],
    );
  });
});
