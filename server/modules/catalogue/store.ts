import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Profile, Topic, TopicGroup } from './topic.ts';

interface TopicRow extends Pick<Topic, 'code' | 'group' | 'name' | 'directorate' | 'active' | 'version'> {
  definition: Omit<Topic, 'code' | 'group' | 'name' | 'directorate' | 'active' | 'version'>;
}

const TOPIC = sql`code, group_code as "group", json_build_object('tr', name, 'en', name_en) as name,
                  directorate_code as directorate, active, version, definition`;

export async function allTopics(db: Db): Promise<Topic[]> {
  return (await rows<TopicRow>(db, sql`select ${TOPIC} from topics order by code`)).map(topicOf);
}

export async function topicRow(db: Db, code: string): Promise<Topic | undefined> {
  const row = await maybeRow<TopicRow>(db, sql`select ${TOPIC} from topics where code = ${code}`);
  return row && topicOf(row);
}

function topicOf({ definition, ...columns }: TopicRow): Topic {
  return { ...columns, ...definition };
}

function columnsOf(topic: Topic) {
  const { code, group, name, directorate, active, version, ...definition } = topic;
  return { code, group, tr: name.tr, en: name.en, directorate, active, version, definition };
}

export async function writeTopic(db: Db, topic: Topic): Promise<void> {
  const row = columnsOf(topic);
  await run(
    db,
    sql`insert into topics (code, group_code, name, name_en, directorate_code, definition, active, version)
        values (${row.code}, ${row.group}, ${row.tr}, ${row.en}, ${row.directorate},
                ${JSON.stringify(row.definition)}::jsonb, ${row.active}, ${row.version})
        on conflict (code) do update
        set group_code = excluded.group_code, name = excluded.name, name_en = excluded.name_en,
            directorate_code = excluded.directorate_code, definition = excluded.definition,
            active = excluded.active, version = excluded.version`,
  );
}

/** Gives the codes that were not there yet. */
export async function addTopics(db: Db, list: Topic[]): Promise<string[]> {
  const added = await rows<{ code: string }>(
    db,
    sql`insert into topics (code, group_code, name, name_en, directorate_code, definition, active, version)
        select t.code, t."group", t.tr, t.en, t.directorate, t.definition, t.active, t.version
        from jsonb_to_recordset(${JSON.stringify(list.map(columnsOf))}::jsonb)
          as t(code text, "group" text, tr text, en text, directorate text, definition jsonb, active boolean, version integer)
        on conflict (code) do nothing
        returning code`,
  );
  return added.map(({ code }) => code);
}

const GROUP = sql`code, json_build_object('tr', name, 'en', name_en) as name, icon, position, active, version`;

export function allGroups(db: Db): Promise<TopicGroup[]> {
  return rows<TopicGroup>(db, sql`select ${GROUP} from topic_groups order by position, code`);
}

export function groupRow(db: Db, code: string): Promise<TopicGroup | undefined> {
  return maybeRow<TopicGroup>(db, sql`select ${GROUP} from topic_groups where code = ${code}`);
}

export async function writeGroup(db: Db, { code, name, icon, position, active, version }: TopicGroup): Promise<void> {
  await run(
    db,
    sql`insert into topic_groups (code, name, name_en, icon, position, active, version)
        values (${code}, ${name.tr}, ${name.en}, ${icon}, ${position}, ${active}, ${version})
        on conflict (code) do update
        set name = excluded.name, name_en = excluded.name_en, icon = excluded.icon, position = excluded.position,
            active = excluded.active, version = excluded.version`,
  );
}

/** Gives the codes that were not there yet. */
export async function addGroups(db: Db, list: TopicGroup[]): Promise<string[]> {
  const records = list.map(({ name, ...group }) => ({ ...group, ...name }));
  const added = await rows<{ code: string }>(
    db,
    sql`insert into topic_groups (code, name, name_en, icon, position, active, version)
        select g.code, g.tr, g.en, g.icon, g.position, g.active, g.version
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          as g(code text, tr text, en text, icon text, position smallint, active boolean, version integer)
        on conflict (code) do nothing
        returning code`,
  );
  return added.map(({ code }) => code);
}

export async function profileRow(db: Db): Promise<Profile | undefined> {
  const row = await maybeRow<{ profile: Omit<Profile, 'version'>; version: number }>(
    db,
    sql`select profile, version from municipality`,
  );
  return row && { ...row.profile, version: row.version };
}

export async function writeProfile(db: Db, { version, ...profile }: Profile): Promise<void> {
  await run(
    db,
    sql`insert into municipality (profile, version) values (${JSON.stringify(profile)}::jsonb, ${version})
        on conflict (only_one) do update set profile = excluded.profile, version = excluded.version`,
  );
}
