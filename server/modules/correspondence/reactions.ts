import type { Reaction } from '../../kernel/facts.ts';
import { SettingChanged } from '../../kernel/revisions.ts';
import { RequestWithdrawn, WorkResumed } from '../requests/door.ts';
import { tellCaller } from './actions/tell-caller.ts';
import { tellAbout } from './actions/tell-citizen.ts';
import { refuseBrokenTexts } from './season-texts.ts';
import { cancelWaiting } from './store.ts';
import { TOLD_TO_A_CALLER, WHO_IS_TOLD } from './who-is-told.ts';

/** One reaction for every fact that who-is-told.ts names; and what is not owed any more is not sent. */
export const correspondenceReactions: Reaction[] = [
  ...[...new Set(WHO_IS_TOLD.map((rule) => rule.fact.factName))].map((factName): Reaction => ({
    factName,
    does: 'tells the citizen, if who-is-told.ts says so',
    run: tellAbout,
  })),
  {
    factName: TOLD_TO_A_CALLER.fact.factName,
    does: 'sends the caller the link of the form',
    run: tellCaller,
  },
  {
    factName: SettingChanged.factName,
    does: 'refuses a season whose texts break the rules of messages',
    run: refuseBrokenTexts,
  },
  {
    factName: RequestWithdrawn.factName,
    does: 'keeps back messages that have not left yet',
    run: (tx, fact) => cancelWaiting(tx, fact.subject),
  },
  {
    factName: WorkResumed.factName,
    does: 'keeps back a question or a reminder that has not left yet: nobody waits for it any more',
    run: (tx, fact) => cancelWaiting(tx, fact.subject, ['question', 'question-reminder']),
  },
];
