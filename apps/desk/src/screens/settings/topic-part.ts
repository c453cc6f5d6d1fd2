import type { Topic } from '../../../../../contract/catalogue.ts';

/** What each part of the topic's document is given: the topic as it stands there, and how to change it. */
export interface TopicPart {
  topic: Topic;
  write: (part: Partial<Topic>) => void;
}
