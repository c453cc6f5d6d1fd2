/** What is said of an answer while it is being written, by the same rules that let it out. */
import type { AnswerChecked } from '../../../contract/answers.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import type { Finding, ReadableCase } from '../requests/door.ts';
import { ANSWER_QUALITY, hatOnRung, judgeAnswer } from '../requests/door.ts';
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
  const chain = await presentChain(house, found, { assignmentId, body });
  const highest = chain.at(-1);
  return {
    chain,
    mayGive:
      highest === undefined || (await hatOnRung(house, actor, highest.rung, { request, assignment })) !== undefined,
    findings:
      text === '' ? [] : (await judgeAnswer(house.db, { ...body, request, assignment, kind, text })).map(shownFinding),
  };
}

function shownFinding({ rule, weight, words }: Finding) {
  const { tr, en } = ANSWER_QUALITY[rule].says;
  return { rule, weight, says: { tr, en }, words: [...words] };
}
