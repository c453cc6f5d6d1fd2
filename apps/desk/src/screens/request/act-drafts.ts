/** Where the text of each act is kept while it is being written; one door's text never slips into another. */
import type { HeldActShown } from '../../../../../contract/requests.ts';
import { keepDraft } from '../../kit/drafts.ts';
import type { PanelName } from './panel-name.ts';

export type DraftDoor = PanelName | 'question';

export function draftKey(requestId: string, door: DraftDoor): string {
  return `${requestId}/${door}`;
}

const DOOR_OF: Record<HeldActShown['act'], DraftDoor | null> = {
  answer: 'conclude',
  'interim-answer': 'reply',
  // The draft still waits for approval, with its words.
  'approve-answer': null,
  'ask-citizen': 'question',
  'refuse-reopening': 'refuseReopening',
  reopen: 'reopen',
  'reopen-incident': 'reopenIncident',
  announce: 'announce',
  cancel: 'cancel',
  'withdraw-for-citizen': 'withdraw',
  'change-kind': 'kind',
  'extend-period': 'extend',
  'notify-fee': 'notifyFee',
  'fee-paid': 'feePaid',
  'move-promise': 'movePromise',
};

/** What was taken back is a draft again. */
export function restoreDraft(requestId: string, held: Pick<HeldActShown, 'act' | 'text'>): void {
  const door = DOOR_OF[held.act];
  if (door !== null) keepDraft(draftKey(requestId, door), held.text);
}
