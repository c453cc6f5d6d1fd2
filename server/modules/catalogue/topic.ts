/** The nouns of the catalogue. Pure; their shape is the contract's, because the desk edits exactly what is stored. */
import type { Profile, Question, Topic, TopicGroup } from '../../../contract/catalogue.ts';

export type { Profile, Question, Topic, TopicGroup };
export type TopicStandard = Topic['standard'];
