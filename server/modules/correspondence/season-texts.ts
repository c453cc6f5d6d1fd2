/** What a season says in the place of the ordinary texts: its own words for telling the number, held to the rules of every message. */
import type { Fact } from '../../kernel/facts.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionAt } from '../../kernel/revisions.ts';
import { LANGUAGES } from '../../../text/language.ts';
import { fieldsIn } from '../../../text/merge-fields.ts';
import type { SeasonFault, SeasonKept } from '../catalogue/door.ts';
import { listTopics, recordedTextIn, seasonAt } from '../catalogue/door.ts';
import type { ServiceRequest } from '../requests/door.ts';
import type { MessageText } from './texts.ts';
import { problemsOfText } from './texts.ts';
import { textInForce } from './texts-in-force.ts';

/** A text, and the season whose words it has; then its version is the season's. */
export interface TextOfSeason extends MessageText {
  season: string | null;
}

/** Both say the number; which of them is owed hangs on whether there is a day to promise. */
const AT_RECORDING: readonly string[] = ['recorded', 'recorded-without-date'];

/**
 * The text for this request. A season speaks for what came while it was on, also where that is told later. Where it names a day and none is promised, the
 * ordinary text is sent: a citizen never reads a hole.
 */
export async function textForRequest(
  db: Db,
  which: Pick<MessageText, 'key' | 'channel' | 'language'>,
  { topicCode, receivedAt, promisedAt }: Pick<ServiceRequest, 'topicCode' | 'receivedAt' | 'promisedAt'>,
): Promise<TextOfSeason> {
  const ordinary = { ...(await textInForce(db, which)), season: null };
  if (!AT_RECORDING.includes(which.key)) return ordinary;
  const found = await seasonAt(db, topicCode, receivedAt);
  const body = found && recordedTextIn(found, which);
  if (body === null || (promisedAt === null && fieldsIn(body).some(({ name }) => name === 'date'))) return ordinary;
  const { code, version } = found!.season;
  return { ...ordinary, body, version, season: code };
}

/** Refuses 'input-invalid' with all faults, when a season was written whose texts break the rules of messages. */
export async function refuseBrokenTexts(tx: Tx, { data }: Fact): Promise<void> {
  const { kind, key, version } = data as { kind: string; key: string; version: number };
  if (kind !== 'season') return;
  const [saved, before] = [await seasonOf(tx, key, version), await seasonOf(tx, key, version - 1)];
  // What could be sent stays so: the night in which it snows does not wait for somebody who may write texts.
  if (saved === undefined || isSameTold(saved, before)) return;
  const faults = await faultsInTexts(tx.db, saved);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
}

type Told = Pick<SeasonKept, 'recorded' | 'topics'>;

async function seasonOf(tx: Tx, key: string, version: number): Promise<Told | undefined> {
  return (await revisionAt<Told>(tx.db, 'season', key, version))?.body;
}

function isSameTold(saved: Told, before: Told | undefined): boolean {
  const told = (each: Told | undefined) => JSON.stringify([each?.recorded, each?.topics.map(({ topic }) => topic)]);
  return told(saved) === told(before);
}

async function faultsInTexts(db: Db, { recorded, topics }: Told): Promise<SeasonFault[]> {
  const unsaid = await topicNames(
    db,
    topics.map(({ topic }) => topic),
  );
  return (['sms', 'email'] as const).flatMap((channel) =>
    LANGUAGES.flatMap((language) => {
      const body = recorded?.[channel][language] ?? '';
      if (body.trim() === '') return [];
      const problems = problemsOfText({ key: 'recorded', channel, body, unsaid });
      return problems.map(({ problem, ...more }) => ({
        ...{ where: `recorded.${channel}.${language}`, problem },
        ...('field' in more && { what: more.field }),
      }));
    }),
  );
}

/** In every language: an English text can say a Turkish name. */
export async function topicNames(db: Db, codes: readonly string[]): Promise<string[]> {
  const named = (await listTopics(db)).filter(({ code }) => codes.includes(code));
  return named.flatMap(({ name }) => LANGUAGES.map((language) => name[language]));
}
