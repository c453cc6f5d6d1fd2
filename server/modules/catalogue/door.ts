// The door of the catalogue: topics with their questions and standards, and the municipality's own profile.
export type { Profile, Question, Topic, TopicGroup, TopicStandard } from './topic.ts';
export { INFORMATION_TOPIC, keptTo } from './topic.ts';
export { catalogueReactions } from './reactions.ts';
export type { AnswerProblem, CheckedAnswer, CheckedAnswers, GivenAnswer } from './answers.ts';
export { checkAnswers, choicesOf, isAsked } from './answers.ts';
export type { InSeason, SeasonFault, SeasonKept } from './seasons/season-in-force.ts';
export { isOn as isSeasonOn, recordedTextIn } from './seasons/season-in-force.ts';
export { listSeasons, seasonAt, seasonsOn, standardAt } from './seasons/season-queries.ts';
export { saveSeason, switchSeason } from './seasons/save-season.ts';
export { dangerWords } from './danger-words.ts';
export {
  hasMunicipality,
  listGroups,
  listTopics,
  municipality,
  offeredGroups,
  topicAtVersion,
  topicIndex,
  topicInForce,
  topicRevisions,
} from './queries.ts';
export type { LearnedIndex, SuggestableTopic, TopicIndex, TopicSuggestion } from './suggest-topics.ts';
export { buildTopicIndex, suggestTopics } from './suggest-topics.ts';
export { stemsOf } from './turkish-stems.ts';
export type { Taught, TextsOf } from './actions/train-topics.ts';
export { keepLessons, trainTopics } from './actions/train-topics.ts';
export type { Training } from './lesson-store.ts';
export {
  deleteLessons as forgetLessons,
  readTo as lessonsReadTo,
  trainingsNewestFirst,
  writeReadTo as keepLessonsReadTo,
} from './lesson-store.ts';
// As the database has them inside a transaction that may have changed one; listTopics and listGroups remember.
export { allGroups as readGroups, allTopics as readTopics } from './store.ts';
export type { PortalTexts } from './portal-texts/portal-text-queries.ts';
export { portalTextAt, portalTexts } from './portal-texts/portal-text-queries.ts';
export { READY_TEXTS } from './portal-texts/portal-text.ts';
export { savePortalText, seedPortalTexts } from './portal-texts/save-portal-text.ts';
export { saveTopicGroup } from './groups/save-group.ts';
export { saveTopic } from './actions/save-topic.ts';
export type { SavedMunicipality } from './actions/save-municipality.ts';
export { saveMunicipality } from './actions/save-municipality.ts';
export { seedProfile, seedTopics } from './actions/seed-catalogue.ts';
