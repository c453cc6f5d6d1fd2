/** Asks the questions of questions.ts of a running server while others write, and tells how long each class took. */
import { performance } from 'node:perf_hooks';
import { DEMO_PASSWORD } from '../../server/seed/demo-staff.ts';
import type { Known, Question } from './questions.ts';
import { COUNTS, LISTS, MAPS, SEARCHES, WORST } from './questions.ts';
import { Dice } from './sentences.ts';

export interface Class {
  name: string;
  asked: number;
  p50: number;
  p95: number;
  p99: number;
  most: number;
  /** Of the largest answer, in kB. */
  kB: number;
  errors: number;
}

export interface FindingResults {
  search: Class[];
  worst: Class[];
  list: Class[];
  counts: Class[];
  map: Class[];
  writes: { perSecond: number; p50: number; p99: number; errors: number };
}

const READERS = ['elif', 'sibel', 'fatih', 'tulay', 'halil', 'bench-unit', 'bench-own'];
const AT_ONCE = 2;
const WRITES_PER_SECOND = 10;

/** @param each how often each class is asked. */
export async function measureFinding(base: string, known: Known, { each }: { each: number }): Promise<FindingResults> {
  const cookies = new Map(await Promise.all(READERS.map(async (name) => [name, await signIn(base, name)] as const)));
  const readers = [...cookies.values()];
  const agents = [cookies.get('elif')!, cookies.get('sibel')!];
  const writing = keepWriting(base, cookies.get('elif')!);
  const run = async (questions: Record<string, Question>, cookiesOf: string[], times: number) => {
    const classes: Class[] = [];
    for (const [name, question] of Object.entries(questions))
      classes.push(await ask({ base, known, name, question, cookiesOf, times }));
    return classes;
  };
  await run(LISTS, readers, 10);
  await run(SEARCHES, readers, 5);
  const list = await run(LISTS, readers, each);
  const counts = await run(COUNTS, readers, each);
  const search = await run(SEARCHES, readers, each);
  const worst = await run(WORST, agents, Math.ceil(each / 4));
  const map = await run(MAPS, readers, Math.ceil(each / 2));
  return { search, worst, list, counts, map, writes: await writing() };
}

interface Asking {
  base: string;
  known: Known;
  name: string;
  question: Question;
  cookiesOf: string[];
  times: number;
}

async function ask({ base, known, name, question, cookiesOf, times }: Asking): Promise<Class> {
  const dice = new Dice(name.length * 7919 + times);
  const took: number[] = [];
  let [errors, bytes, next] = [0, 0, 0];
  const one = async () => {
    while (next < times) {
      const cookie = cookiesOf[next++ % cookiesOf.length]!;
      const path = question(dice, known);
      const begun = performance.now();
      const answer = await fetch(base + path, { headers: { cookie } });
      const text = await answer.text();
      took.push(performance.now() - begun);
      bytes = Math.max(bytes, text.length);
      if (!answer.ok) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { name, asked: times, ...percentiles(took), kB: Math.round(bytes / 102.4) / 10, errors };
}

export function percentiles(took: number[]): Pick<Class, 'p50' | 'p95' | 'p99' | 'most'> {
  const sorted = [...took].sort((one, other) => one - other);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

export async function signIn(base: string, username: string): Promise<string> {
  const response = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${username} could not sign in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; '); // prettier-ignore
}

/** New requests at a steady pace, whatever the readers do. Returns how to end it. */
function keepWriting(base: string, cookie: string): () => Promise<FindingResults['writes']> {
  const took: number[] = [];
  const under = new Set<Promise<void>>();
  let [errors, count] = [0, 0];
  const begun = performance.now();
  const write = async () => {
    const at = performance.now();
    count += 1;
    const answer = await fetch(`${base}/api/v1/requests`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(newRequest(count)),
    });
    await answer.text();
    took.push(performance.now() - at);
    if (!answer.ok) errors += 1;
  };
  const timer = setInterval(() => {
    const one: Promise<void> = write().catch(() => void (errors += 1)).finally(() => under.delete(one)); // prettier-ignore
    under.add(one);
  }, 1000 / WRITES_PER_SECOND);
  return async () => {
    clearInterval(timer);
    await Promise.all(under);
    const { p50, p99 } = percentiles(took);
    return { perSecond: Math.round((count / (performance.now() - begun)) * 10_000) / 10, p50, p99, errors };
  };
}

function newRequest(count: number) {
  return {
    ...{ channel: 'desk', kind: 'complaint', language: 'tr', topic: 'TEM-01', answers: [], danger: false },
    text: `Sokağımızda çöpler üç gündür alınmadı, ${count}. kez yazıyoruz, gereğini rica ederim.`,
    person: { name: 'Ayşe Örnek', phone: `+90500${String((count * 7919) % 50_000).padStart(7, '0')}`, notifyBy: 'sms' },
    place: { neighbourhoodId: 1 + (count % 37), street: 'Selvi Sokak', door: '4', description: 'okulun önü' },
    clientKey: `finding-${process.pid}-${String(count).padStart(9, '0')}`,
  };
}
