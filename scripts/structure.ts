/**
 * Holds source files against the rules of the house: who may import whom, no circles (type imports count: two files that need
 * each other to be understood are one), who names which table, how files are called. Pure: files in, sentences out.
 */
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { emptyNames, filesForTheProgram, floors, partsBelow, publicFile, tablesOf } from './structure-rules.ts';

export interface SourceFile {
  /** Path from the project's folder, with forward slashes. */
  path: string;
  text: string;
}

interface Parsed {
  path: string;
  imports: string[];
  /** Text of every string and template in the file. */
  strings: string[];
}

/** One sentence for each breach of a rule. @param tables names of all tables the migrations make. */
export function findProblems(files: SourceFile[], tables: string[]): string[] {
  const parsed = files.map(parse);
  return [
    ...parsed.flatMap(({ path }) => nameProblems(path)),
    ...parsed.flatMap(({ path, imports }) => imports.map((target) => importProblem(path, target))),
    ...parsed.flatMap((file) => tableProblems(file)),
    ...tables
      .filter((table) => ownerOf(table) === undefined)
      .map((table) => `table ${table} has no owner in structure-rules.ts`),
    ...circles(parsed),
  ].filter((problem) => problem !== undefined);
}

function parse({ path, text }: SourceFile): Parsed {
  const tree = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    false,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const strings: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      strings.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const imports = named.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
  return { path, imports, strings };
}

function nameProblems(path: string): string[] {
  const name = path.split('/').at(-1)!;
  const module = moduleOf(path);
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(name) ? [] : [`${path}: file names are kebab-case`]),
    ...(emptyNames.test(name) ? [`${path}: the name says nothing about what is inside`] : []),
    ...(module && floorOf(module) === undefined
      ? [`${path}: the module ${module} has no floor in structure-rules.ts`]
      : []),
  ];
}

function importProblem(path: string, target: string): string | undefined {
  const [part, targetPart] = [partOf(path), partOf(target)];
  if (part !== targetPart && !isSupport(path) && partsBelow[part] && !partsBelow[part].includes(targetPart)) {
    return `${path} imports ${target}: ${part} may not know ${targetPart}`;
  }
  if (targetPart !== 'server' || part !== 'server') return undefined;
  return moduleOf(target) ? importOfModule(path, target) : importOfProgram(path, target);
}

/** From a module's insides only the module itself; from above only its door; from below or beside nothing. */
function importOfModule(path: string, target: string): string | undefined {
  const [from, to] = [moduleOf(path), moduleOf(target)!];
  if (from === to) return undefined;
  if (isIn(path, 'kernel')) return `${path} imports ${target}: the kernel lies under every module`;
  const inside = target.slice(`server/modules/${to}/`.length);
  const allowed = isProgram(path) ? filesForTheProgram : [publicFile, ...(isSupport(path) ? ['testing.ts'] : [])];
  if (!allowed.includes(inside)) return `${path} imports ${target}: from outside, ${to} is only its ${publicFile}`;
  if (from === undefined || isSupport(path)) return undefined;
  const down = (floorOf(from) ?? 0) > (floorOf(to) ?? 0);
  return down ? undefined : `${path} imports ${target}: ${to} is not on a floor below ${from}; news goes up as facts`;
}

/** What lies in server/ outside the modules: the kernel is for all, the harness for tests, the rest stands on top. */
function importOfProgram(path: string, target: string): string | undefined {
  if (isIn(target, 'kernel')) return undefined;
  if (isIn(target, 'testing'))
    return isSupport(path) ? undefined : `${path} imports ${target}: the harness is for tests`;
  if (moduleOf(path) || isIn(path, 'kernel')) return `${path} imports ${target}, which stands above it`;
  return undefined;
}

/** Looks for the table after the SQL words that name one: table names are ordinary words too. */
function tableProblems({ path, strings }: Parsed): string[] {
  if (isSupport(path) || partOf(path) !== 'server') return [];
  const named = new Set(strings.flatMap(tablesNamedIn));
  const place = moduleOf(path) ?? (isIn(path, 'kernel') ? 'kernel' : 'server');
  const isStore = place === 'kernel' || /(^|[/-])store\.ts$/.test(path);
  return [...named]
    .filter((table) => !(isStore && ownerOf(table) === place))
    .map((table) => `${path} names the table ${table}: only store files of ${ownerOf(table)} do`);
}

const knownTables = Object.values(tablesOf).flat();
const tableInSql = new RegExp(
  `\\b(?:from|join|into|update|truncate|table)\\s+(?:only\\s+)?(${knownTables.join('|')})\\b(?!\\.)`,
  'g',
);

function tablesNamedIn(text: string): string[] {
  return [...text.matchAll(tableInSql)].map((match) => match[1]!);
}

function ownerOf(table: string): string | undefined {
  return Object.keys(tablesOf).find((owner) => tablesOf[owner]!.includes(table));
}

/** Each circle once, as the path that comes back to its beginning. */
function circles(files: Parsed[]): string[] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]));
  const finished = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: string[]): void => {
    if (way.includes(path)) found.push(`circle of imports: ${[...way.slice(way.indexOf(path)), path].join(' → ')}`);
    if (finished.has(path) || way.includes(path)) return;
    for (const next of importsOf.get(path) ?? []) visit(next, [...way, path]);
    finished.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

function partOf(path: string): string {
  return path.split('/')[0]!;
}

function moduleOf(path: string): string | undefined {
  return /^server\/modules\/([^/]+)\//.exec(path)?.[1];
}

function floorOf(module: string): number | undefined {
  const floor = floors.findIndex((modules) => modules.includes(module));
  return floor < 0 ? undefined : floor;
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`server/${folder}/`);
}

/** server/main.ts and its neighbours, which put the program together. */
function isProgram(path: string): boolean {
  return /^server\/[^/]+\.ts$/.test(path);
}

/** Tests and what only tests use. */
function isSupport(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)testing(-[a-z-]+)?\.ts$/.test(path) || isIn(path, 'testing');
}
