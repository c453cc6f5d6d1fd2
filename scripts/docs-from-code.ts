/**
 * What the documents say about the code, taken from the code: the generated parts of the Markdown files and the OpenAPI description.
 * The house is put together as for a start but never asks its database, so no server is needed.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { READY_ROLES } from '../contract/rights.ts';
import { readConfig } from '../server/kernel/config.ts';
import type { FactKind } from '../server/kernel/facts.ts';
import { makeServer } from '../server/kernel/http/server.ts';
import { openHouse } from '../server/house.ts';
import { TOLD_TO_A_CALLER, WHO_IS_TOLD } from '../server/modules/correspondence/door.ts';
import { WHAT_CHANGES_A_CLOCK, WHAT_ENDS_A_CLOCK } from '../server/modules/deadlines/door.ts';
import { READY_LADDER, WHICH_STAFF_ARE_TOLD, whenKey } from '../server/modules/oversight/door.ts';
import { ASSIGNMENT_STEPS, REQUEST_STEPS } from '../server/modules/requests/door.ts';
import { readyRights, staffGate } from '../server/modules/staff/door.ts';
import { reactions } from '../server/reactions.ts';
import { routes } from '../server/routes.ts';
import { DEMO_STAFF } from '../server/seed/demo-staff.ts';
import { TIMETABLE } from '../server/timetable.ts';
import * as tables from './docs-tables.ts';
import { floors, tablesOf } from './structure-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Path and text of every document that has a generated part, as it should stand. */
export async function documentsFromCode(): Promise<Map<string, string>> {
  const parts = await generatedParts();
  const documents = new Map<string, string>();
  for (const path of globSync(['*.md', 'docs/**/*.md'], { cwd: root, exclude: ['**/node_modules/**'] }).sort()) {
    const now = readFileSync(root + path, 'utf8');
    const filled = fill(now, parts, path);
    if (filled !== null) documents.set(path, filled);
  }
  documents.set('docs/openapi.json', `${JSON.stringify(await openApi(), null, 2)}\n`);
  return documents;
}

const PART = /<!-- generated: ([a-z-]+) -->\n[\s\S]*?<!-- end of generated: \1 -->/g;

/** Null: nothing in this document is generated. */
function fill(text: string, parts: Record<string, string>, path: string): string | null {
  if (!text.includes('<!-- generated: ')) return null;
  return text.replace(PART, (_whole, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${path} asks for a generated part "${name}", which nobody makes`);
    return `<!-- generated: ${name} -->\n\n${part}\n\n<!-- end of generated: ${name} -->`;
  });
}

async function generatedParts(): Promise<Record<string, string>> {
  const owners = await ownersOfRows();
  return {
    modules: tables.modulesTable(floors.map((modules) => modules.map(documentedModule))),
    facts: tables.factsTable(await factsOfModules(), reactions, (reaction) => owners.get(reaction) ?? '?'),
    routes: tables.routesTable(routes),
    timetable: tables.timetableTable(TIMETABLE),
    'who-is-told': tables.tellingTable([...WHO_IS_TOLD, TOLD_TO_A_CALLER]),
    ladder: tables.ladderTable(
      READY_LADDER.map(({ clock, rung, why }) => ({ clock, when: whenKey(rung.when), who: rung.who, why: why.en })),
    ),
    'which-staff-are-told': tables.staffTellingTable(WHICH_STAFF_ARE_TOLD),
    rights: tables.rightsTable(READY_ROLES.map((role) => ({ role, rights: readyRights(role) }))),
    'request-steps': tables.stepsTable(REQUEST_STEPS),
    'assignment-steps': tables.stepsTable(ASSIGNMENT_STEPS),
    'clock-changes': tables.clockChangesTable(WHAT_CHANGES_A_CLOCK),
    'clock-ends': tables.clockEndsTable(WHAT_ENDS_A_CLOCK),
    decisions: tables.decisionsTable(decisions()),
    'demo-people': tables.peopleTable(DEMO_STAFF, ['Username', 'Name', 'Role', 'Directorate']),
    'masa-tuslari': tables.keysTable(await deskKeys()),
    'demo-kisileri': tables.peopleTable(DEMO_STAFF, ['Kullanıcı adı', 'Ad', 'Rol', 'Müdürlük']),
  };
}

function documentedModule(name: string): tables.DocumentedModule {
  return { name, isThere: existsSync(`${root}server/modules/${name}`), tables: tablesOf[name] ?? [] };
}

/** Which module's list an entry of server/reactions.ts came from: the very same object stands in that module's own export. */
async function ownersOfRows(): Promise<Map<object, string>> {
  const owners = new Map<object, string>();
  for (const path of globSync('server/modules/*/reactions.ts', { cwd: root })) {
    const exported: Record<string, unknown> = await import(root + path);
    for (const list of Object.values(exported).filter((each) => Array.isArray(each))) {
      for (const row of list as object[]) owners.set(row, path.split('/')[2]!);
    }
  }
  return owners;
}

async function factsOfModules(): Promise<tables.DocumentedFact[]> {
  const facts: tables.DocumentedFact[] = [];
  for (const path of globSync('server/modules/*/facts.ts', { cwd: root }).sort()) {
    const source = readFileSync(root + path, 'utf8');
    const exported: Record<string, Partial<FactKind<object>>> = await import(root + path);
    const inOrder = [...source.matchAll(/^export const (\w+) = defineFact/gm)].map((match) => exported[match[1]!]);
    for (const kind of inOrder) facts.push({ name: kind!.factName!, module: path.split('/')[2]! });
  }
  return facts;
}

function decisions(): { file: string; title: string; status: string }[] {
  return globSync('docs/decisions/[0-9]*.md', { cwd: root })
    .sort()
    .map((path) => {
      const text = readFileSync(root + path, 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1];
      const status = /^Status: (.+)$/m.exec(text)?.[1];
      if (!title || !status) throw new Error(`${path} needs a title ("# 0001. …") and a line "Status: …"`);
      return { file: path.split('/').at(-1)!, title, status };
    });
}

/** The work list's own keys with their Turkish words. Loaded by path: the desk is compiled for browsers, by its own configuration. */
async function deskKeys(): Promise<tables.DocumentedKey[]> {
  const { workKeys, workTexts } = (await import(`${root}apps/desk/src/screens/work/work-keys.ts`)) as {
    workKeys: { keys: string; text: string }[];
    workTexts: { tr: Record<string, string> };
  };
  return workKeys.map(({ keys, text }) => ({ keys, does: workTexts.tr[text]! }));
}

async function openApi(): Promise<object> {
  const config = readConfig({ HEMSEHRI_LOG: 'silent', HEMSEHRI_PUBLIC_URL: 'https://hemsehri.example' }, root);
  // Port 1: should anything ask the database after all, it is refused at once.
  const { house, close } = openHouse(config, 'postgres://127.0.0.1:1/nowhere');
  const app = await makeServer({ house, routes, staffGate });
  try {
    await app.ready();
    return app.swagger();
  } finally {
    await app.close();
    await close();
  }
}
