/**
 * HEART FILE. What standard texts may mention of a request, and the rule that no machine glues a Turkish suffix: "Fen İşleri Müdürlüğü" takes
 * "’ne", "Şerifali" takes "’de", and İSKİ takes "’ye"; a text that writes the suffix behind a field is right for one request and wrong for
 * the next. Where a case is needed it is stored, and has a field of its own. Pure.
 */
import type { MergeField, TextProblem } from '../../../../contract/standard-texts.ts';
import { MERGE_FIELDS } from '../../../../contract/standard-texts.ts';
import { fieldsIn, fillFields, hasLooseBraces } from '../../../../text/merge-fields.ts';

/** The stored case that was probably meant, by the first letters of the suffix that was written. */
const STORED: Partial<Record<MergeField, readonly { suffix: RegExp; field: MergeField }[]>> = {
  directorate: [{ suffix: /^[’'‘`´]?n?[ea]$/u, field: 'directorate-dative' }],
  neighbourhood: [{ suffix: /^[’'‘`´]?n?[dt][ea]$/u, field: 'neighbourhood-locative' }],
};

/** What is wrong with a text somebody wants to save; empty when nothing is. */
export function problemsOfBody(body: string): TextProblem[] {
  const problems = fieldsIn(body).flatMap((found): TextProblem[] => {
    const { name: field, written, behind, isGluedBefore } = found;
    if (!isField(field)) return [{ problem: 'unknown-field', field, written, instead: null }];
    if (behind !== null)
      return [{ problem: 'suffix-glued', field, written: written + behind, instead: storedFor(field, behind) }];
    return isGluedBefore ? [{ problem: 'glued-before', field, written, instead: null }] : [];
  });
  if (hasLooseBraces(body)) problems.push({ problem: 'brace-open', field: '', written: '{{ }}', instead: null });
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
  const used = [...new Set(fieldsIn(body).map(({ name }) => name as MergeField))];
  const missing = used.filter((field) => (values[field] ?? '') === '');
  if (missing.length > 0) return { text: null, missing };
  return { text: fillFields(body, (field) => values[field as MergeField]!), missing: [] };
}
