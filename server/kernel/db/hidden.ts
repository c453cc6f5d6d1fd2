/**
 * Ids as a list the planner does not see: `where id = ${among(ids)}`. It would count them, find the plan for three cheaper than the one for
 * any number, and so plan every call anew, which takes it longer than reading a few rows by their key.
 */
import type { RawBuilder } from 'kysely';
import { sql } from './database.ts';

export function among(ids: readonly string[]): RawBuilder<unknown> {
  return sql`any((select ${ids}::uuid[])::uuid[])`;
}
