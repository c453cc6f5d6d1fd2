/** The message that a fact would owe, were it true now. Nothing is kept or sent. */
import type { AnswerPreview } from '../../../contract/answer-preview.ts';
import type { House } from '../../kernel/house.ts';
import type { ServiceRequest } from '../requests/door.ts';
import { CitizenAsked, daysOfQuestion } from '../requests/door.ts';
import { mailHtml } from './mail-html.ts';
import { shownAddress, withoutKey } from './present.ts';
import { WHO_IS_TOLD, reasonNotToTell } from './who-is-told.ts';
import { wordMessage } from './word-message.ts';

interface Foreseen {
  fact: { factName: string };
  /** As it will stand when the fact has happened. */
  request: ServiceRequest;
  /** Whether the reader of the preview may know who it is from. */
  mayKnowWho: boolean;
}

export async function previewMessage(
  house: House,
  { fact, request, mayKnowWho }: Foreseen,
): Promise<Pick<AnswerPreview, 'message' | 'notTold'>> {
  const rule = WHO_IS_TOLD.find((each) => each.fact.factName === fact.factName);
  if (!rule) throw new Error(`who-is-told.ts says nothing of "${fact.factName}"`);
  const notTold = reasonNotToTell(rule, request);
  if (notTold !== null) return { message: null, notTold };
  const now = house.clock.now();
  const asked = fact.factName === CitizenAsked.factName ? await daysOfQuestion(house.db, request, now) : undefined;
  const room = { db: house.db, house, now, ...(asked && { lastDay: asked.lastDay }) };
  const { channel, address, language, subject, ...worded } = await wordMessage(room, rule, request);
  const { estimate } = worded;
  // Shown to staff, who must not hold the key; its length was counted.
  const body = withoutKey(worded.body);
  return {
    notTold: null,
    message: {
      ...{ channel, subject, body },
      address: shownAddress({ channel, address }, mayKnowWho),
      html: channel === 'email' ? mailHtml({ body, language }) : null,
      notBefore: worded.notBefore.toISOString(),
      sms: estimate && {
        characters: estimate.characters,
        segments: estimate.segments,
        costKurus: estimate.costKurus,
      },
    },
  };
}
