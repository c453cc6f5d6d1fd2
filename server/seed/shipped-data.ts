/**
 * Reads what is shipped in data/ into the shapes the modules take. The files are written for people who know municipalities;
 * the modules for people who know code; this is the only place that knows both.
 */
import { readFile } from 'node:fs/promises';
import type { Profile, Topic, TopicGroup } from '../modules/catalogue/door.ts';
import type { PlacesProfile } from '../modules/places/door.ts';
import type { ProfileDirectorate, ProfileUnit } from '../modules/staff/door.ts';
import type { Texts } from '../../text/language.ts';

export type MunicipalityId = 'umraniye' | 'cigli';

interface MunicipalityFile extends PlacesProfile, Omit<Profile, 'townHall' | 'smsTitle' | 'callCentre' | 'version'> {
  callCentre: Profile['callCentre'];
  townHall: { address: string };
  sms: { title: string };
}

/** One municipality: its profile, and its neighbourhoods with their streets. */
export async function readMunicipality(id: MunicipalityId): Promise<{ profile: Profile; places: PlacesProfile }> {
  const file = await readData<MunicipalityFile>(`municipalities/${id}.json`);
  const { number, printed, hours } = file.callCentre;
  const profile: Profile = {
    id: file.id,
    name: file.name,
    shortName: file.shortName,
    initials: file.initials,
    brand: file.brand,
    province: file.province,
    district: file.district,
    directorate: file.directorate,
    callCentre: { number, printed, hours },
    whatsapp: file.whatsapp,
    email: file.email,
    web: file.web,
    townHall: file.townHall.address,
    accent: file.accent,
    smsTitle: file.sms.title,
    spellingCities: file.spellingCities,
    bodies: file.bodies,
    version: 1,
  };
  return { profile, places: { neighbourhoods: file.neighbourhoods } };
}

interface DirectoratesFile {
  directorates: { code: string; name: Texts; forms: { dative: string } }[];
  units: { code: string; name: Texts }[];
}

export async function readDirectorates(): Promise<ProfileDirectorate[]> {
  const { directorates } = await readData<DirectoratesFile>('directorates.json');
  return directorates.map(({ code, name, forms }) => ({
    code,
    name: name.tr,
    dative: forms.dative,
    nameEn: name.en,
    phone: null,
  }));
}

/** Units are common ones; their code begins with their directorate's. */
export async function readUnits(): Promise<ProfileUnit[]> {
  const { units } = await readData<DirectoratesFile>('directorates.json');
  return units.map(({ code, name }) => ({ code, directorate: code.split('-')[0]!, name: name.tr, nameEn: name.en }));
}

type FilePeriod = NonNullable<Topic['standard']['conclusion']> | 'immediate';

interface FileTopic extends Omit<Topic, 'owners' | 'standard' | 'active' | 'version'> {
  owner: Topic['owners'];
  namedIn: string[];
  firstResponse?: FilePeriod;
  conclusion?: FilePeriod;
}

interface TopicsFile {
  groups: Pick<TopicGroup, 'code' | 'name' | 'icon'>[];
  commonQuestions: Topic['questions'];
  topics: FileTopic[];
}

export async function readTopics(): Promise<{ groups: TopicGroup[]; topics: Topic[] }> {
  const { groups, commonQuestions, topics } = await readData<TopicsFile>('topics.json');
  return {
    groups: groups.map((group, position) => ({ ...group, position, active: true, version: 1 })),
    topics: topics.map((topic) => topicOf(topic, commonQuestions)),
  };
}

function topicOf(topic: FileTopic, common: Topic['questions']): Topic {
  const { owner, firstResponse, conclusion, namedIn: _, questions, ...rest } = topic;
  // "Since when" helps whoever goes there; a request that needs only an answer has nobody going.
  const asked = rest.placeRequired
    ? [...questions, ...common.filter(({ id }) => !questions.some((own) => own.id === id))]
    : questions;
  return {
    ...rest,
    owners: owner,
    standard: {
      ...(firstResponse && { firstResponse: periodOf(firstResponse) }),
      ...(conclusion && { conclusion: periodOf(conclusion) }),
    },
    questions: asked,
    active: true,
    version: 1,
  };
}

/** "Anında" in a published table is not zero: it is while the caller waits. */
const WHILE_THE_CALLER_WAITS = { amount: 15, unit: 'minutes' } as const;

function periodOf(period: FilePeriod): NonNullable<Topic['standard']['conclusion']> {
  return period === 'immediate' ? WHILE_THE_CALLER_WAITS : period;
}

async function readData<T>(path: string): Promise<T> {
  const file = new URL(`../../data/${path}`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
