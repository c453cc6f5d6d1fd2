/** The nouns of the catalogue. Pure; their shape is the contract's, because the desk edits exactly what is stored. */
import type { Profile, Question, Topic, TopicGroup } from '../../../contract/catalogue.ts';

export type { Profile, Question, Topic, TopicGroup };
export type TopicStandard = Topic['standard'];

/** Codes of the directorates and units that a request on this topic is kept to; empty: everybody with a right, or those who have a part of it. */
export function keptTo({ restricted, restrictedTo = [] }: Topic): string[] {
  return restricted ? restrictedTo : [];
}

/** The topic under which information is asked for (4982): where forms and links lead. */
export const INFORMATION_TOPIC = 'KUR-07';
