/** What a request becomes in law, as a lawyer would ask it: what the citizen called it, what the topic is, what may be made of it later. */
import { describe, expect, test } from 'vitest';
import type { RequestKind } from '../../../contract/requests.ts';
import { GROUNDS, checkGrounds, groundsFor } from './grounds.ts';
import { checkLegalBasis, checkTopicOfLaw, isWeaker, kindAtIntake } from './legal-basis.ts';
import type { AssignmentOutcome } from './outcomes.ts';
import { ASSIGNMENT_OUTCOMES, outcomeOfTheWhole, outcomesOf } from './outcomes.ts';
import { REQUEST_KINDS } from './request.ts';

const UNASKED = { isUnanswered: false, hasMembers: false };

describe('at intake', () => {
  const cases: [asked: RequestKind, ofTopic: RequestKind | undefined, becomes: RequestKind, why: string][] = [
    ['complaint', undefined, 'complaint', 'a topic that says nothing leaves the citizen’s word'],
    ['complaint', 'foi', 'foi', 'an application that names no other law counts as one under 4982 (Yön. m.9)'],
    ['complaint', 'kvkk', 'kvkk', 'asking after one’s own data is a request under 6698, whatever it is called'],
    ['complaint', 'suggestion', 'suggestion', 'the topic of ideas makes ideas'],
    ['complaint', 'thanks', 'thanks', 'thanks are no complaint'],
    ['complaint', 'tip-off', 'tip-off', 'a tip-off topic makes tip-offs'],
    ['petition', 'suggestion', 'petition', 'a signed idea is still a petition: the topic takes no right away'],
    ['petition', 'tip-off', 'petition', 'nor does a tip-off topic'],
    ['petition', 'foi', 'foi', 'a petition for information is answered under the law that asks more'],
    ['petition', 'petition', 'petition', 'the same is the same'],
    ['foi', 'petition', 'foi', 'information is never answered under the slower law'],
    ['foi', 'kvkk', 'foi', 'who invokes 4982 keeps its fifteen days'],
    ['kvkk', 'foi', 'kvkk', 'who invokes 6698 keeps its board'],
    ['foi', 'thanks', 'foi', 'not even by thanks'],
  ];
  test.each(cases)('%s on a topic of %s is %s: %s', (asked, ofTopic, becomes) => {
    expect(kindAtIntake(asked, ofTopic)).toBe(becomes);
  });

  test('no topic ever weakens what the citizen invoked', () => {
    for (const asked of REQUEST_KINDS)
      for (const ofTopic of REQUEST_KINDS)
        expect(isWeaker({ from: asked, to: kindAtIntake(asked, ofTopic) })).toBe(false);
  });
});

describe('a later change', () => {
  const weaker: [from: RequestKind, to: RequestKind, isWeaker: boolean, why: string][] = [
    ['foi', 'complaint', true, 'fifteen days and the board are lost'],
    ['foi', 'petition', true, 'thirty days instead of fifteen'],
    ['foi', 'kvkk', true, 'another board, other days'],
    ['kvkk', 'foi', true, 'the data board is lost'],
    ['kvkk', 'request', true, 'the law is lost'],
    ['petition', 'complaint', true, 'the law is lost'],
    ['petition', 'foi', false, 'more is owed'],
    ['petition', 'kvkk', false, 'more is owed'],
    ['complaint', 'petition', false, 'more is owed'],
    ['complaint', 'request', false, 'neither is in a law of its own'],
    ['foi', 'foi', false, 'nothing changes'],
  ];
  test.each(weaker)('%s to %s takes something away: %s (%s)', (from, to, expected) => {
    expect(isWeaker({ from, to })).toBe(expected);
  });
});

test('information is asked in writing and by name; a tip-off may come from anybody', () => {
  const check = (kind: RequestKind, channel: string, isNamed: boolean) => () =>
    checkLegalBasis({ kind, channel, isNamed });
  expect(check('foi', 'phone', true)).toThrow(expect.objectContaining({ code: 'kind-not-by-phone' }));
  for (const kind of ['foi', 'petition', 'kvkk'] as const)
    expect(check(kind, 'web', false)).toThrow(expect.objectContaining({ code: 'anonymous-not-allowed' }));
  for (const kind of ['tip-off', 'complaint', 'thanks', 'suggestion', 'request'] as const)
    expect(check(kind, 'phone', false)).not.toThrow();
  expect(check('petition', 'phone', true)).not.toThrow();
});

describe('a topic that is a procedure of a law', () => {
  const cases: [RequestKind, RequestKind | undefined, refused: string | null, why: string][] = [
    ['complaint', 'foi', 'kind-first', 'who asked for information has its fifteen days, not our thirty'],
    ['petition', 'foi', 'kind-first', 'more is owed than to a petition'],
    ['request', 'kvkk', 'kind-first', 'and so for what somebody asks of their own data'],
    ['foi', 'foi', null, 'it is one'],
    ['kvkk', 'foi', null, 'each of the two asks something that the other does not'],
    ['foi', undefined, null, 'a topic takes no basis in law away'],
    ['complaint', 'thanks', null, 'an ordinary kind is no law'],
  ];
  test.each(cases)('%s, given a topic of kind %s: %s (%s)', (kind, ofTopic, refused) => {
    const check = () => checkTopicOfLaw(kind, ofTopic);
    if (refused === null) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: refused, details: { kind: ofTopic } }));
  });
});

describe('grounds', () => {
  const cases: [RequestKind, AssignmentOutcome, given: string[], answer: string, why: string][] = [
    ['foi', 'refused', [], 'ground-missing', '4982 m.12: a refusal names its reason'],
    ['foi', 'partly-granted', [], 'ground-missing', 'so does what is held back of it (m.9)'],
    ['foi', 'refused', ['4982-21', '4982-16', '4982-21'], '4982-16 4982-21', 'once each, in the law’s order'],
    ['foi', 'refused', ['3071-6a'], 'input-invalid', 'the petition’s grounds are not the information’s'],
    ['foi', 'refused', ['4982-28'], 'input-invalid', 'm.28 is about what is no secret any more: no ground'],
    ['foi', 'information-given', [], '', 'what is given needs no ground'],
    ['foi', 'information-given', ['4982-21'], 'input-invalid', 'and can have none'],
    ['foi', 'forwarded', [], '', 'a forward is no refusal'],
    [
      'foi',
      'not-examined',
      [],
      'ground-missing',
      'nor is a refusal without an article given by calling it not examined',
    ],
    ['foi', 'not-examined', ['4982-6'], '4982-6', 'no name, no signature, or nothing definite asked (m.6)'],
    ['foi', 'not-examined', ['4982-21'], 'input-invalid', 'what was not examined is held back on no article'],
    ['foi', 'refused', ['4982-6'], 'input-invalid', 'and what was examined is not refused for its form'],
    ['petition', 'not-examined', [], 'ground-missing', '3071 m.6 is a closed list'],
    ['petition', 'not-examined', ['3071-6b'], '3071-6b', 'the courts'],
    ['petition', 'refused', [], '', 'the law lists no grounds for a no; the answer gives its reason in words'],
    ['petition', 'refused', ['4982-21'], 'input-invalid', 'and 4982 is not about petitions'],
    ['complaint', 'not-examined', [], '', 'no petition, so no ground is owed'],
    ['complaint', 'not-examined', ['3071-6a'], '3071-6a', 'but it may be named'],
    ['kvkk', 'refused', [], '', '6698 is answered in words'],
  ];
  test.each(cases)('%s, %s, naming %j: %s (%s)', (kind, outcome, given, answer) => {
    const ask = () => checkGrounds(given, { kind, outcome }).join(' ');
    if (answer === 'ground-missing' || answer === 'input-invalid')
      expect(ask).toThrow(expect.objectContaining({ code: answer }));
    else expect(ask()).toBe(answer);
  });

  test('of information are the articles 15 to 27, 7 and 8, each once and in both languages', () => {
    const { codes } = groundsFor('foi', 'refused');
    expect(codes.map((code) => Number(code.split('-')[1])).sort((a, b) => a - b)).toEqual([
      ...[7, 8],
      ...Array.from({ length: 13 }, (_, at) => at + 15),
    ]);
    for (const { tr, en, article } of Object.values(GROUNDS)) expect([tr, en, article].every(Boolean)).toBe(true);
  });
});

describe('the whole', () => {
  const cases: [RequestKind, AssignmentOutcome[], AssignmentOutcome, why: string][] = [
    ['foi', ['information-given', 'refused'], 'partly-granted', 'one directorate gave, another held back'],
    ['foi', ['partly-granted', 'information-given'], 'partly-granted', 'a part is held back'],
    ['foi', ['refused', 'refused'], 'refused', 'nothing was given'],
    ['foi', ['information-given', 'forwarded'], 'information-given', 'nothing was held back'],
    ['foi', ['forwarded', 'refused'], 'forwarded', 'the other body may yet give it'],
    ['complaint', ['done', 'refused'], 'done', 'one directorate’s refusal does not undo another’s work'],
    ['petition', ['partly-granted', 'refused'], 'partly-granted', 'the strongest'],
  ];
  test.each(cases)('of %s answered %j is %s: %s', (kind, parts, whole) => {
    expect(outcomeOfTheWhole(parts, kind)).toBe(whole);
  });

  test('only what is asked under a law is granted in part', () => {
    for (const kind of REQUEST_KINDS)
      expect(outcomesOf({ ...UNASKED, kind }).includes('partly-granted')).toBe(
        ['foi', 'kvkk', 'petition'].includes(kind),
      );
    expect(outcomesOf({ ...UNASKED, kind: 'foi' })).toEqual(
      ASSIGNMENT_OUTCOMES.filter((outcome) => outcome !== 'information-missing'),
    );
  });

  test.each([
    ['an ordinary one whose citizen did not answer', { kind: 'complaint', isUnanswered: true }, true],
    ['one that was asked nothing, or answered', { kind: 'complaint' }, false],
    ['a petition: 3071 m.7 wants its answer all the same', { kind: 'petition', isUnanswered: true }, false],
    ['an information request: 4982 knows no such end', { kind: 'foi', isUnanswered: true }, false],
    ['a personal data request', { kind: 'kvkk', isUnanswered: true }, false],
    [
      'one that others follow: they were asked nothing',
      { kind: 'request', isUnanswered: true, hasMembers: true },
      false,
    ],
  ] as const)('may end for want of information: %s', (_of, asked, may) => {
    expect(outcomesOf({ ...UNASKED, ...asked }).includes('information-missing')).toBe(may);
  });
});
