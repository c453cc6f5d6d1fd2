/** What is asked of an answer to a request, by itself and by those who follow it; read anew each time, because topics and followers change. */
import type { Db } from '../../kernel/db/database.ts';
import { topicInForce } from '../catalogue/door.ts';
import { followersByWhatTheyAsk } from './merged-store.ts';
import type { RequestKind, ServiceRequest } from './request.ts';
import type { Asking, Askings } from './strictest-of-merged.ts';
import { strictest } from './strictest-of-merged.ts';

type Asked = Pick<ServiceRequest, 'id' | 'kind' | 'topicCode'>;

/** Topics as they are now, not as they were: who may speak for the house is today's question. */
export async function askingsOf(db: Db, { id, kind, topicCode }: Asked): Promise<Askings> {
  const own = await askingOf(db, { kind, topicCode, by: [] });
  const followers = await followersByWhatTheyAsk(db, id);
  return [own, ...(await Promise.all(followers.map((each) => askingOf(db, each))))];
}

async function askingOf(db: Db, { topicCode, ...asked }: Pick<Asked, 'kind' | 'topicCode'> & Pick<Asking, 'by'>) {
  const topic = topicCode === null ? undefined : await topicInForce(db, topicCode);
  const { approval = 'none', evidencePhoto = 'none' } = topic?.answering ?? {};
  return { ...asked, approval, evidencePhoto, endsBy: topic?.endsBy ?? 'work' };
}

/** In whose law an answer is given. */
export async function kindOfAnswer(db: Db, request: Asked): Promise<RequestKind> {
  return strictest(await askingsOf(db, request), 'law').kind;
}
