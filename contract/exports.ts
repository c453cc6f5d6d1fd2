// A list as a file: what is asked for. How far it is, works.ts says.
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { FilterQuery } from './finding.ts';
import { oneOf } from './rights.ts';

export const ExportQuery = Type.Object(
  {
    filter: FilterQuery,
    format: oneOf(['csv', 'xlsx'] as const),
    /** Left out: the usual ones. */
    columns: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 40, uniqueItems: true })),
    /** Names, phones and addresses in the clear, where the asker may have them; each is written into the audit. */
    personal: Type.Boolean(),
    language: oneOf(['tr', 'en'] as const),
    /** What it is for; kept with who asked. */
    reason: Type.String({ maxLength: 500 }),
  },
  { additionalProperties: false },
);
export type ExportQuery = Static<typeof ExportQuery>;
