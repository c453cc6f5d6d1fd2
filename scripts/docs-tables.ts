/** The tables that the documents show of the code. Pure: what the code says goes in, Markdown comes out. */
import type { Reaction } from '../server/kernel/house.ts';
import type { Route } from '../server/kernel/http/route.ts';
import type { Reach, Right, Rights, Scope } from '../contract/rights.ts';

/** One sentence for each module of the floors, there or planned; one without a sentence stops the generator. */
const PURPOSE: Record<string, string> = {
  staff: 'who works here, in which directorate, and who may do what',
  catalogue: 'what can be asked for: topics, their questions and targets, the municipality itself',
  places: 'neighbourhoods, streets with their authority, and areas',
  citizens: 'who asks, and how they are reached',
  calendar: 'business days, holidays, due dates',
  requests: 'the case file and its history',
  search: 'finding: the work list, the search box, counts, export and map, all from one index',
  intake: 'the one way in for every channel; drafts, photos, the tracking gate',
  routing: 'which directorate gets a request first, and why',
  answers: 'answers on their way: drafts, whose approval they need, standard texts and official letters',
  incidents: 'one problem that many people reported: merging, announcing, acting on many at once',
  deadlines: 'which clocks run on a request, and by when',
  conversations: 'message threads of social channels',
  calls: 'the telephone: calls answered, with or without a request',
  'planned-work': "the municipality's own work that comes back by a plan; none of it is a request",
  reception: 'the visitors of the counter',
  'field-visits': 'visits at the door',
  employment: 'the employment office',
  council: 'the city council and its meetings',
  programmes: 'social programmes and aid',
  revenue: 'debts and payments',
  correspondence: 'who is told; the outbox and the gateways',
  exchange: "other institutions' systems",
  reporting: 'the figures, each with what it counts',
  oversight: 'nothing is forgotten: ladders, what staff are told, who is away, what stands still',
  retention: 'what is anonymised, and when',
  accountability: "who did and who looked: the audit's chain, its screen, what citizens are told of it",
};

export interface DocumentedModule {
  name: string;
  isThere: boolean;
  tables: readonly string[];
}

export function modulesTable(floors: readonly (readonly DocumentedModule[])[]): string {
  const rows = floors.flatMap((modules, floor) =>
    modules.map(({ name, isThere, tables }) => {
      const purpose = PURPOSE[name];
      if (purpose === undefined) throw new Error(`docs-tables.ts has no sentence for the module ${name}`);
      return [
        String(floor + 1),
        isThere ? link(name, name) : name,
        isThere ? purpose : `planned: ${purpose}`,
        codes(tables),
      ];
    }),
  );
  return table(['Floor', 'Module', 'What it is for', 'Its tables and views'], rows.reverse());
}

export interface DocumentedFact {
  name: string;
  module: string;
}

/** `moduleOf` names whose reaction it is. */
export function factsTable(
  facts: readonly DocumentedFact[],
  reactions: readonly Reaction[],
  moduleOf: (reaction: Reaction) => string,
): string {
  const rows = facts.map(({ name, module }) => {
    const does = reactions
      .filter(({ factName }) => factName === name)
      .map((reaction) => `**${moduleOf(reaction)}** ${reaction.does}`);
    return [`\`${name}\``, module, does.join('; ') || 'nobody: it is there for the live stream and the record'];
  });
  return table(['Fact', 'Recorded by', 'Who reacts, in this order'], rows);
}

export function routesTable(routes: readonly Route[]): string {
  const rows = routes.map(({ method, path, who, summary }) => [
    method,
    `\`${path}\``,
    typeof who === 'string' ? who : who.join(', '),
    summary,
  ]);
  return table(['Method', 'Path', 'Who', 'What'], rows);
}

export function timetableTable(jobs: readonly { name: string; cron: string }[]): string {
  return table(
    ['Job', 'When (Europe/Istanbul)'],
    jobs.map(({ name, cron }) => [name, `\`${cron}\``]),
  );
}

export interface DocumentedTelling {
  fact: { factName: string };
  urgency: string;
  unless: readonly string[];
  why: string;
}

export function tellingTable(rules: readonly DocumentedTelling[]): string {
  const rows = rules.map(({ fact, urgency, unless, why }) => [
    `\`${fact.factName}\``,
    urgency === 'answer' ? 'at once' : 'outside quiet hours',
    unless.join(', '),
    why,
  ]);
  return table(['Fact', 'When', 'Not told if', 'Why'], rows);
}

export interface DocumentedRung {
  clock: string;
  when: string;
  who: string;
  why: string;
}

export function ladderTable(rungs: readonly DocumentedRung[]): string {
  const rows = rungs.map(({ clock, when, who, why }) => [clock, when, who, why]);
  return table(['Clock', 'When', 'Whom', 'Why'], rows);
}

export interface DocumentedStaffTelling {
  fact: { factName: string };
  kind: string;
  audience: string;
  usually: string;
  unless: readonly string[];
  mayBeMuted: boolean;
  why: { en: string };
}

export function staffTellingTable(rules: readonly DocumentedStaffTelling[]): string {
  const rows = rules.map(({ fact, kind, audience, usually, unless, mayBeMuted, why }) => [
    `\`${fact.factName}\``,
    kind,
    audience,
    usually === 'digest' ? 'in the morning' : 'at once',
    unless.join(', '),
    mayBeMuted ? 'yes' : '',
    why.en,
  ]);
  return table(['Fact', 'Notice', 'Whom', 'Usually', 'Not told if', 'May be muted', 'Why'], rows);
}

export interface DocumentedRole {
  role: string;
  rights: Rights;
}

const REACH: Record<Scope, string> = {
  all: 'all',
  'own-directorate': 'own',
  'own-unit': 'unit',
  own: 'handed',
  none: '–',
};

/** Both words only where they differ by more than the rule that the restricted stays with those who have a part. */
function reachInWords({ ordinary, restricted }: Reach): string {
  const usual = ordinary === 'all' ? 'own-directorate' : ordinary;
  return restricted === usual ? REACH[ordinary] : `${REACH[ordinary]}, restricted ${REACH[restricted]}`;
}

export function rightsTable(roles: readonly DocumentedRole[]): string {
  const names = Object.keys(roles[0]?.rights ?? {}) as Right[];
  const rows = names.map((right) => [`\`${right}\``, ...roles.map(({ rights }) => reachInWords(rights[right]))]);
  return table(['Right', ...roles.map(({ role }) => role)], rows);
}

export interface DocumentedStep {
  from: readonly string[];
  to: string;
  who: readonly string[];
  reason: boolean;
  why: string;
}

export function stepsTable(steps: Record<string, DocumentedStep>): string {
  const rows = Object.entries(steps).map(([name, { from, to, who, reason, why }]) => [
    `\`${name}\``,
    from.join(', '),
    to,
    who.join(', '),
    reason ? 'yes' : '',
    why,
  ]);
  return table(['Step', 'From', 'To', 'Who', 'Reason?', 'Why'], rows);
}

export interface DocumentedChange {
  cause: string;
  clocks: readonly string[];
  effect: string;
  successor?: string;
  why: string;
  law: string;
}

const names = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(' ');

export function clockChangesTable(changes: readonly DocumentedChange[]): string {
  const rows = changes.map(({ cause, clocks, effect, successor, why, law }) => [
    cause,
    names(clocks),
    successor ? `${effect} (\`${successor}\`)` : effect,
    why,
    law,
  ]);
  return table(['Cause', 'Clocks', 'Effect', 'Why', 'Law'], rows);
}

export interface DocumentedEnd {
  ends: readonly string[];
  by: string;
  owedOn: boolean;
  why: string;
}

export function clockEndsTable(ends: Record<string, DocumentedEnd>): string {
  const rows = Object.entries(ends).map(([reason, { ends: purposes, by, owedOn, why }]) => [
    `\`${reason}\``,
    purposes.join(', '),
    by,
    owedOn ? 'yes' : '',
    why,
  ]);
  return table(['End', 'Of clocks that are', 'By', 'Another runs on', 'Why'], rows);
}

export function decisionsTable(decisions: readonly { file: string; title: string; status: string }[]): string {
  return table(
    ['Decision', 'Status'],
    decisions.map(({ file, title, status }) => [`[${title}](${file})`, status]),
  );
}

export interface DocumentedPerson {
  username: string;
  displayName: string;
  role: string;
  directorate: string | null;
}

export function peopleTable(people: readonly DocumentedPerson[], heads: string[]): string {
  const rows = people.map(({ username, displayName, role, directorate }) => [
    `\`${username}\``,
    displayName,
    role,
    directorate ?? '',
  ]);
  return table(heads, rows);
}

export interface DocumentedKey {
  keys: string;
  does: string;
}

export function keysTable(keys: readonly DocumentedKey[]): string {
  const rows = keys.map((key) => [`\`${key.keys}\``, key.does]);
  return table(['Tuş', 'Ne yapar'], rows);
}

function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

function link(text: string, module: string): string {
  return `[${text}](server/modules/${module})`;
}
