/** A rule can be broken in these ways; none of them is saved, and each is found when it comes about later. */
import { expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { Rule } from '../../../contract/routing.ts';
import { faultsInRule, faultsInRules } from './rule-faults.ts';
import { GONE, KEMAL, TOWN, rule } from './testing.ts';

type Change = Parameters<typeof rule>[0];

test.each<[string, Change, string[]]>([
  ['nothing is wrong', {}, []],
  ['a unit and a person of it', { to: { directorate: 'FEN', unit: 'FEN-YOL', person: KEMAL } }, []],
  ['no name', { name: '  ' }, ['name: text-missing']],
  ['no reason', { why: { tr: '', en: 'Because.' } }, ['why.tr: text-missing']],
  ['it asks nothing', { when: {} }, ['when: conditions-missing']],
  ['it asks for one of none', { when: { topics: ['YOL-01'], channels: [] } }, ['channels: list-empty']],
  ['a topic that is not there', { when: { topics: ['XXX-01'] } }, ['topics: unknown XXX-01']],
  ['a topic that was retired', { when: { topics: ['YOL-09'] } }, ['topics: not-active YOL-09']],
  ['a group that is not there', { when: { groups: ['XXX'] } }, ['groups: unknown XXX']],
  ['a neighbourhood that is not there', { when: { neighbourhoods: [99] } }, ['neighbourhoods: unknown 99']],
  ['a closed neighbourhood', { when: { neighbourhoods: [4] } }, ['neighbourhoods: not-active 4']],
  ['an area that is not there', { when: { areas: ['YOK'] } }, ['areas: unknown YOK']],
  ['a closed area', { when: { areas: ['ESKI', 'MERKEZ'] } }, ['areas: not-active ESKI']],
  ['a channel nobody has', { when: { channels: ['pigeon'] } }, ['channels: unknown pigeon']],
  ['a kind nobody knows', { when: { kinds: ['wish'] } }, ['kinds: unknown wish']],
  ['a question the topic does not ask', { when: { topics: ['YOL-02'], answers: [{ question: 'depth', values: ['deep'] }] } }, ['answers: unknown depth']], // prettier-ignore
  ['a question no topic asks', { when: { answers: [{ question: 'colour', values: ['red'] }] } }, ['answers: unknown colour']], // prettier-ignore
  ['an answer that cannot be given', { when: { answers: [{ question: 'depth', values: ['deep', 'bottomless'] }] } }, ['answers: not-answerable depth=bottomless']], // prettier-ignore
  ['a question people answer in their own words', { when: { answers: [{ question: 'how-many', values: ['3'] }] } }, ['answers: question-not-closed how-many']], // prettier-ignore
  ['a question without an answer', { when: { answers: [{ question: 'depth', values: [] }] } }, ['answers: list-empty depth']], // prettier-ignore
  ['a day that is none', { when: { dates: { from: '2026-02-30', to: null } } }, ['dates: date-invalid 2026-02-30']],
  ['a window that ends before it begins', { when: { dates: { from: '2026-03-01', to: '2026-02-01' } } }, ['dates: dates-order 2026-03-01']], // prettier-ignore
  ['a window open to both sides', { when: { dates: { from: null, to: null } } }, ['dates: list-empty']],
  ['a word without a letter', { when: { words: ['çukur', '…'] } }, ['words: words-empty …']],
  ['a directorate that is not there', { to: { directorate: 'XXX', unit: null, person: null } }, ['to.directorate: unknown XXX']], // prettier-ignore
  ['a closed directorate', { to: { directorate: 'KAP', unit: null, person: null } }, ['to.directorate: not-active KAP']], // prettier-ignore
  ['a unit that is not there', { to: { directorate: 'FEN', unit: 'FEN-XX', person: null } }, ['to.unit: unknown FEN-XX']], // prettier-ignore
  ['a closed unit', { to: { directorate: 'FEN', unit: 'FEN-ESK', person: null } }, ['to.unit: not-active FEN-ESK']],
  ['another directorate’s unit', { to: { directorate: 'FEN', unit: 'TEM-SUP', person: null } }, ['to.unit: other-directorate TEM-SUP']], // prettier-ignore
  ['somebody who left', { to: { directorate: 'FEN', unit: null, person: GONE } }, [`to.person: not-active ${GONE}`]],
  ['somebody of another directorate', { to: { directorate: 'TEM', unit: null, person: KEMAL } }, [`to.person: other-directorate ${KEMAL}`]], // prettier-ignore
  ['somebody of another unit', { to: { directorate: 'FEN', unit: 'FEN-KAL', person: KEMAL } }, [`to.person: other-unit ${KEMAL}`]], // prettier-ignore
])('%s', (_name, change, expected) =>
  expect(
    faultsInRule(rule(change), TOWN).map(({ where, problem, named }) => `${where}: ${problem} ${named}`.trim()),
  ).toEqual(expected),
);

test('two rules of one id are told, because reasons name rules by it', () => {
  const one = rule();
  expect(faultsInRules([one, { ...one, name: 'Aynısı' }], TOWN)).toEqual([
    { rule: one.id, where: 'id', problem: 'rule-twice', named: 'Aynısı' },
  ]);
});

test('a rule cannot refer to another: its shape has no place for it, so no circle can exist', () => {
  expect(Value.Check(Rule, rule())).toBe(true);
  const refers = { ...rule(), when: { topics: ['YOL-01'], unless: [rule().id] } };
  expect(Value.Check(Rule, refers)).toBe(false);
  expect(Value.Check(Rule, { ...rule(), to: { ...rule().to, rule: rule().id } })).toBe(false);
});
