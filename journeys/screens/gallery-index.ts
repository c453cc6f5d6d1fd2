/** The gallery's page: each screen small, light beside dark, with a link to it in full. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Screen } from './screen.ts';

const FACES = [
  { prefix: 'portal-', title: 'Portal', about: 'What citizens see, on a phone, a tablet and a desk computer.' },
  { prefix: 'desk-', title: 'Desk', about: 'What staff see.' },
];

/** @returns how many pictures there are */
export async function writeIndex(
  folder: string,
  screens: readonly Screen[],
  accents: readonly string[],
): Promise<number> {
  const files = new Set((await readdir(folder)).filter((file) => file.endsWith('.webp')));
  const small = (file: string, width: number) =>
    files.has(file)
      ? `<a href="${file}"><img src="${file}" width="${width}" alt="${file.replace('.webp', '')}"></a>`
      : '';
  const row = ({ name }: Screen) =>
    [320, 768, 1440]
      .map((width) => small(`${name}-${width}-light.webp`, { 320: 90, 768: 150, 1440: 260 }[width]!))
      .join(' ') +
    ' ' +
    small(`${name}-${name.startsWith('portal') ? 320 : 1440}-dark.webp`, name.startsWith('portal') ? 90 : 260);
  const coloured = ({ name }: Screen, accent: string) => {
    const width = name.startsWith('portal') ? 320 : 1440;
    return ['light', 'dark']
      .map((theme) => small(`${name}-${width}-${theme}-${accent}.webp`, width === 320 ? 90 : 260))
      .join(' ');
  };
  const faces = FACES.flatMap(({ prefix, title, about }) => [
    `## ${title}\n\n${about}\n`,
    ...screens.filter(({ name }) => name.startsWith(prefix)).map((screen) => `### ${screen.name}\n\n${row(screen)}\n`),
  ]);
  const colours = accents.flatMap((accent) => [
    `### ${accent}\n`,
    screens
      .filter(({ main }) => main)
      .map((screen) => coloured(screen, accent))
      .join(' ') + '\n',
  ]);
  const text = `# Screens\n\nDrawn by the journeys (\`HEMSEHRI_SCREENS=1 npm test -- journeys\`); never by hand. File names say screen, width, theme and,
for other municipalities' colours, the accent.\n\n${faces.join('\n')}\n## Other municipalities' colours\n\nOne colour is chosen; text stays readable whatever it is.\n\n${colours.join('\n')}`;
  await writeFile(join(folder, 'README.md'), text);
  return files.size;
}
