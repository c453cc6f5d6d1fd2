/**
 * HEART FILE. Which of the staff are told of what happens to no request: rules, absences, long works, plans, known problems. The rest of the table, and
 * what its columns mean, stand in which-staff-are-told.ts.
 */
import { LongWorkEnded } from '../../kernel/long-works/facts.ts';
import { MessageGivenUp } from '../correspondence/door.ts';
import { ExpectedEndPassed, ExpectedEndSettled, IncidentClosed } from '../incidents/door.ts';
import {
  PlannedJobEnded,
  PlannedJobHanded,
  PlannedJobPutOff,
  PlannedWorkCaughtUp,
  PlannedWorkLate,
} from '../planned-work/door.ts';
import { RoutingRuleBroken, RoutingRuleMended } from '../routing/door.ts';
import { AbsenceEnded, AbsenceRecorded } from '../staff/door.ts';
import type { StaffTellingRule } from './staff-telling.ts';

export const TOLD_OF_NO_REQUEST: readonly StaffTellingRule[] = [
  {
    fact: PlannedWorkLate,
    kind: 'planned-work-late',
    audience: 'managers-of-directorate',
    usually: 'digest',
    unless: [],
    until: [PlannedWorkCaughtUp],
    mayBeMuted: true,
    why: {
      tr: 'Müdürlüğün planladığı iş gününde yapıldı denmedi.',
      en: 'Work the directorate had planned was not called done on its day.',
    },
  },
  {
    fact: PlannedJobHanded,
    kind: 'planned-job-handed',
    audience: 'named',
    usually: 'digest',
    unless: ['did-it-themselves'],
    until: [PlannedJobHanded, PlannedJobPutOff, PlannedJobEnded],
    mayBeMuted: true,
    why: { tr: 'Planlı iş o gün sizde.', en: 'The planned work of that day is yours.' },
  },
  {
    fact: PlannedJobPutOff,
    kind: 'planned-job-put-off',
    audience: 'named',
    usually: 'digest',
    unless: ['did-it-themselves'],
    until: [PlannedJobHanded, PlannedJobPutOff, PlannedJobEnded],
    mayBeMuted: true,
    why: {
      tr: 'Sizdeki planlı iş başka güne alındı.',
      en: 'The planned work that you have was put off to another day.',
    },
  },
  {
    fact: AbsenceRecorded,
    kind: 'you-stand-in',
    audience: 'named',
    usually: 'at-once',
    unless: ['did-it-themselves'],
    until: [AbsenceEnded],
    mayBeMuted: false,
    why: { tr: 'Bir arkadaşınızın işi o günlerde sizde.', en: 'On these days a colleague’s work is yours.' },
  },
  {
    fact: LongWorkEnded,
    kind: 'work-ended',
    audience: 'named',
    usually: 'at-once',
    unless: ['was-quick'],
    until: [],
    mayBeMuted: true,
    why: {
      tr: 'Başlattığınız uzun iş bitti ya da yarıda kaldı.',
      en: 'The long work you asked for is over or broke off.',
    },
  },
  {
    fact: MessageGivenUp,
    kind: 'message-given-up',
    audience: 'message-keepers',
    usually: 'at-once',
    unless: [],
    until: [],
    mayBeMuted: true,
    why: { tr: 'Vatandaşa ulaşmayan ileti var.', en: 'Something did not reach a citizen.' },
  },
  {
    fact: ExpectedEndPassed,
    kind: 'known-problem-late',
    audience: 'problem-keepers',
    usually: 'at-once',
    unless: [],
    until: [ExpectedEndSettled, IncidentClosed],
    mayBeMuted: true,
    why: {
      tr: 'Vatandaşa söylenen bitiş saati geçti, sorun sürüyor: yeni saat yazılmalı ya da sona erdirilmeli.',
      en: 'The hour told to citizens has passed and the problem goes on: a new hour must be written, or it must be ended.',
    },
  },
  {
    fact: RoutingRuleBroken,
    kind: 'rule-broken',
    audience: 'rule-writers',
    usually: 'at-once',
    unless: [],
    until: [RoutingRuleMended],
    mayBeMuted: false,
    why: {
      tr: 'Bir yönlendirme kuralı artık olmayan bir şeyi adlandırıyor; o kural atlanıyor.',
      en: 'A routing rule names what is gone, and is passed over.',
    },
  },
];
