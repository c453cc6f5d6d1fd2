import type { Static } from 'typebox';
import type { NewAssignment } from '../../../contract/request-acts.ts';
import type { Db } from '../../kernel/db/database.ts';
import { refuse } from '../../kernel/refusals.ts';
import { topicInForce } from '../catalogue/door.ts';
import type { OwnJob } from './request.ts';

type Asked = NonNullable<Static<typeof NewAssignment>['job']>;

/** What was asked for, with the topic's own standard where no period was named. Refuses 'input-invalid' for a topic that is none, or has no standard. */
export async function jobFrom(db: Db, { topic: code, period }: Asked): Promise<OwnJob> {
  const topic = code === null ? undefined : await topicInForce(db, code);
  if (code !== null && !topic?.active) throw refuse('input-invalid', { field: 'topic' });
  const own = period ?? topic?.standard.conclusion ?? null;
  if (own === null) throw refuse('input-invalid', { field: 'period' });
  return { topic: code, period: own };
}
