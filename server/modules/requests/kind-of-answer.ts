/** In whose law an answer is given. */
import type { Db } from '../../kernel/db/database.ts';
import { isLegalKind } from './legal-basis.ts';
import { kindsOfFollowers } from './merged-store.ts';
import type { RequestKind, ServiceRequest } from './request.ts';

/**
 * The request's own; of one that leads, the law's of any who follows it, because the words become theirs: a petition put with complaints is still
 * answered as one, with whose approval and on which grounds that takes.
 */
export async function kindOfAnswer(db: Db, { id, kind }: Pick<ServiceRequest, 'id' | 'kind'>): Promise<RequestKind> {
  if (isLegalKind(kind)) return kind;
  return (await kindsOfFollowers(db, id)).find(isLegalKind) ?? kind;
}
