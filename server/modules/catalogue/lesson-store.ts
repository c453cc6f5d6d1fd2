/** Rows of lessons and trainings. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { LearnedWords, Lesson } from './learned-words.ts';
import type { Use } from './topic-accuracy.ts';

export interface KeptLesson extends Lesson {
  requestId: string;
  source: 'corrected' | 'confirmed';
  heldBack: Exclude<Use, 'learn'> | null;
}

/** A request teaches once: what was said of it last. A correction stays one, also when a conclusion confirms it. */
export async function writeLessons(db: Db, lessons: readonly KeptLesson[], now: Date): Promise<void> {
  if (lessons.length === 0) return;
  await run(
    db,
    sql`insert into topic_lessons as known (request_id, topic_code, stems, source, held_back, learned_at)
        select l."requestId", l.topic, l.stems, l.source, l."heldBack", ${now}
        from jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb)
          as l("requestId" uuid, topic text, stems text[], source text, "heldBack" text)
        on conflict (request_id) do update
        set topic_code = excluded.topic_code, stems = excluded.stems, learned_at = excluded.learned_at,
            source = case when known.source = 'corrected' and known.topic_code = excluded.topic_code
                          then 'corrected' else excluded.source end`,
  );
}

export async function deleteLessons(db: Db, requestIds: readonly string[]): Promise<void> {
  await run(db, sql`delete from topic_lessons where request_id = any(${requestIds}::uuid[])`);
}

/** Newest first, a batch at a time; of the held back only what each is about, because its words are read from the request. */
export function lessonsBefore(
  db: Db,
  { heldBack, offset, limit }: { heldBack: Use; offset: number; limit: number },
): Promise<(Lesson & { requestId: string })[]> {
  const which = heldBack === 'learn' ? sql`held_back is null` : sql`held_back = ${heldBack}`;
  return rows(
    db,
    sql`select request_id as "requestId", topic_code as topic, stems from topic_lessons where ${which}
        order by learned_at desc, request_id limit ${limit} offset ${offset}`,
  );
}

export interface Training {
  id: string;
  trainedAt: Date;
  lessons: number;
  chosenOn: number;
  measuredOn: number;
  weight: number;
  firstBefore: number;
  firstThreeBefore: number;
  firstAfter: number;
  firstThreeAfter: number;
  taken: boolean;
}

const TRAINING = sql`id, trained_at as "trainedAt", lessons, chosen_on as "chosenOn", measured_on as "measuredOn", weight,
  first_before as "firstBefore", first_three_before as "firstThreeBefore", first_after as "firstAfter",
  first_three_after as "firstThreeAfter", taken`;

export async function insertTraining(db: Db, training: Training, model: LearnedWords): Promise<void> {
  const kept = training.taken ? JSON.stringify(model) : null;
  await run(
    db,
    sql`insert into topic_trainings (id, trained_at, lessons, chosen_on, measured_on, weight, first_before,
          first_three_before, first_after, first_three_after, taken, model)
        values (${training.id}, ${training.trainedAt}, ${training.lessons}, ${training.chosenOn}, ${training.measuredOn},
                ${training.weight}, ${training.firstBefore}, ${training.firstThreeBefore}, ${training.firstAfter},
                ${training.firstThreeAfter}, ${training.taken}, ${kept}::jsonb)`,
  );
}

export function trainingsNewestFirst(db: Db, limit: number): Promise<Training[]> {
  return rows<Training>(
    db,
    sql`select ${TRAINING} from topic_trainings order by trained_at desc, id desc limit ${limit}`,
  );
}

/** Which training is in use; '' while none is. */
export async function trainingInUse(db: Db): Promise<string> {
  const row = await maybeRow<{ id: string }>(
    db,
    sql`select id from topic_trainings where taken order by trained_at desc, id desc limit 1`,
  );
  return row?.id ?? '';
}

export function modelInUse(db: Db): Promise<{ model: LearnedWords; weight: number } | undefined> {
  return maybeRow(
    db,
    sql`select model, weight from topic_trainings where taken order by trained_at desc, id desc limit 1`,
  );
}

export async function readTo(db: Db): Promise<number> {
  return (await maybeRow<{ n: number }>(db, sql`select read_to as n from topic_learning`))?.n ?? 0;
}

export async function writeReadTo(db: Db, factId: number): Promise<void> {
  await run(
    db,
    sql`insert into topic_learning (read_to) values (${factId})
        on conflict (only_one) do update set read_to = excluded.read_to`,
  );
}
