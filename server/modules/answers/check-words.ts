/** What is said of an answer while it is being written, by the same rules that let it out. */
import type { AnswerChecked, FindingShown } from '../../../contract/answers.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import type { Finding, ReadableCase } from '../requests/door.ts';
import { ANSWER_QUALITY, hatOnRung, judgeAnswer } from '../requests/door.ts';
import { askedBy } from './asked-by.ts';
import type { AnswerKind, DraftBody } from './draft.ts';
import { presentChain } from './present.ts';

export interface WordsToCheck {
  found: ReadableCase;
  assignmentId: string;
  kind: AnswerKind;
  body: DraftBody;
}

export async function checkWords(
  house: House,
  actor: StaffActor,
  { found, assignmentId, kind, body }: WordsToCheck,
): Promise<AnswerChecked> {
  const { request } = found;
  const assignment = found.assignments.find(({ id }) => id === assignmentId)!;
  const text = normaliseInput(body.text);
  const chain = await presentChain(house, actor, { found, assignmentId, body });
  const highest = chain.at(-1);
  const findings = text === '' ? [] : await judgeAnswer(house.db, { ...body, request, assignment, kind, text });
  return {
    chain,
    mayGive:
      highest === undefined || (await hatOnRung(house, actor, highest.rung, { request, assignment })) !== undefined,
    findings: await Promise.all(findings.map((each) => shownFinding(house.db, actor, each))),
  };
}

async function shownFinding(db: Db, actor: StaffActor, { rule, weight, words, by }: Finding): Promise<FindingShown> {
  const { says, asked } = ANSWER_QUALITY[rule];
  return {
    ...{ rule, weight },
    says: { tr: says.tr, en: says.en },
    words: [...words],
    askedBy: await askedBy(db, actor, { by, isTopics: asked !== 'way-on' }),
  };
}
