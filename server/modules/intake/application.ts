/** What any channel brings to the one way in. A web form, a call and a mail differ only in how they fill this. */
import type { Language } from '../../../text/language.ts';
import type { Channel, NotifyBy, Place, RequestKind } from '../requests/door.ts';

export interface Application {
  channel: Channel;
  kind: RequestKind;
  text: string;
  language: Language;
  /** Null: the citizen left it to us. */
  topicCode: string | null;
  answers: { question: string; value: string }[];
  /** The citizen said that somebody is in danger. */
  danger: boolean;
  /** Null: anonymous, where the topic allows it. */
  person: Person | null;
  place: Place;
  /** Photos already stored. */
  fileIds: string[];
  /** The caller's own key: the same key twice is the same request once. */
  clientKey: string | null;
  /** The incident of a known problem that this is, as whoever reports it says. */
  knownProblem?: string | undefined;
  /** The version of the privacy notice the citizen was shown; left out: none, on a page of ours. */
  noticeVersion?: number | null | undefined;
  /** When the citizen said it, if not now. */
  receivedAt?: Date | undefined;
  /** The number another institution gave it. */
  externalNumber?: string | undefined;
}

export interface Person {
  name: string;
  kind?: 'person' | 'organisation';
  phone?: string | undefined;
  email?: string | undefined;
  nationalId?: string | undefined;
  notifyBy: NotifyBy;
}

export const NO_PLACE: Place = {
  neighbourhoodId: null,
  street: null,
  door: null,
  description: null,
  latitude: null,
  longitude: null,
};
