/**
 * HEART FILE. What standard texts may mention of a request, and the rule that no machine glues a Turkish suffix: "Fen İşleri Müdürlüğü" takes
 * "’ne", "Şerifali" takes "’de", and İSKİ takes "’ye"; a text that writes the suffix behind a field is right for one request and wrong for
 * the next. Where a case is needed it is stored, and has a field of its own. Pure.
 */
import type { MergeField, TextProblem } from '../../../../contract/standard-texts.ts';
import { MERGE_FIELDS } from '../../../../contract/standard-texts.ts';

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** A suffix stands directly behind, with or without an apostrophe: letters or digits, and nothing between. */
const GLUED_BEHIND = /^[’'‘`´]?[\p{L}\p{N}]+/u;
const GLUED_BEFORE = /[\p{L}\p{N}’']$/u;

/** The stored case that was probably meant, by the first letters of the suffix that was written. */
const STORED: Partial<Record<MergeField, readonly { suffix: RegExp; field: MergeField }[]>> = {
  directorate: [{ suffix: /^[’'‘`´]?n?[ea]$/u, field: 'directorate-dative' }],
  neighbourhood: [{ suffix: /^[’'‘`´]?n?[dt][ea]$/u, field: 'neighbourhood-locative' }],
};

/** What is wrong with a text somebody wants to save; empty when nothing is. */
export function problemsOfBody(body: string): TextProblem[] {
  const problems: TextProblem[] = [];
  for (const match of body.matchAll(FIELD)) {
    const field = match[1]!;
    const behind = GLUED_BEHIND.exec(body.slice(match.index + match[0].length))?.[0];
    if (!isField(field)) problems.push({ problem: 'unknown-field', field, written: match[0], instead: null });
    else if (behind !== undefined)
      problems.push({ problem: 'suffix-glued', field, written: match[0] + behind, instead: storedFor(field, behind) });
    else if (GLUED_BEFORE.test(body.slice(0, match.index)))
      problems.push({ problem: 'glued-before', field, written: match[0], instead: null });
  }
  const rest = body.replace(FIELD, '');
  if (/\{\{|\}\}/.test(rest)) problems.push({ problem: 'brace-open', field: '', written: '{{ }}', instead: null });
  return problems;
}

function storedFor(field: MergeField, suffix: string): MergeField | null {
  return STORED[field]?.find((each) => each.suffix.test(suffix))?.field ?? null;
}

function isField(name: string): name is MergeField {
  return (MERGE_FIELDS as readonly string[]).includes(name);
}

export type MergeValues = Readonly<Record<MergeField, string | null>>;

/** Null when a field has no value: a citizen never reads a hole, nor two spaces where one was. */
export function fillBody(body: string, values: MergeValues): { text: string | null; missing: MergeField[] } {
  const used = [...new Set([...body.matchAll(FIELD)].map(([, field]) => field as MergeField))];
  const missing = used.filter((field) => (values[field] ?? '') === '');
  if (missing.length > 0) return { text: null, missing };
  return { text: body.replace(FIELD, (_, field: string) => values[field as MergeField]!), missing: [] };
}
