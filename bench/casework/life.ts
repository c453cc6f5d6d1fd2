/** One life of a request as the desk lives it, over HTTP: recorded by an agent, opened and accepted by a clerk, answered, found again. */
import type { RecordedForCitizen } from '../../contract/intake.ts';
import type { RequestPage } from '../../contract/requests.ts';
import type { SearchAnswer } from '../../contract/finding.ts';
import type { DeskClient } from '../../server/testing/desk-client.ts';
import { signIn } from '../../server/testing/desk-client.ts';
import { DEMO_PASSWORD } from '../../server/seed/demo-staff.ts';

export const STEPS = ['create', 'open', 'accept', 'answer', 'find'] as const;
export type StepName = (typeof STEPS)[number];
/** Milliseconds of each step, and of all of them. */
export type Life = Record<StepName | 'total', number>;

/** Topics whose directorates have a clerk in the demo. */
const WORK = [
  { topic: 'TEM-01', clerk: 'tulay', text: 'Sokağımızda çöpler üç gündür alınmadı, kötü kokuyor.' },
  { topic: 'YOL-01', clerk: 'fatih', text: 'Yolda derin bir çukur var, araçlar zarar görüyor.' },
  { topic: 'PRK-01', clerk: 'pinar', text: 'Parkta salıncak kırılmış, çocuklar düşebilir.' },
] as const;

const ANSWER =
  'Bildirdiğiniz yere ekibimiz bugün geldi; sokaktaki çöpleri topladı, yoldaki çukuru ve parktaki salıncağı onardı. Çalışma tamamlandı.';

export interface Desk {
  agents: DeskClient[];
  clerks: Record<string, DeskClient>;
}

export async function openDesk(address: string): Promise<Desk> {
  const as = (username: string) => signIn(address, username, DEMO_PASSWORD);
  const clerks: Record<string, DeskClient> = {};
  for (const { clerk } of WORK) clerks[clerk] = await as(clerk);
  return { agents: [await as('elif'), await as('deniz')], clerks };
}

/** @throws with what the server said, when any step was not done. */
export async function liveOne(desk: Desk, number: number): Promise<Life> {
  const agent = desk.agents[number % desk.agents.length]!;
  const { topic, clerk, text } = WORK[number % WORK.length]!;
  const worker = desk.clerks[clerk]!;
  const life = {} as Life;
  const timed = async <T>(name: StepName, call: () => Promise<Response>): Promise<T> => {
    const begun = performance.now();
    const answer = await call();
    const body = await answer.text();
    life[name] = performance.now() - begun;
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${body.slice(0, 300)}`);
    return JSON.parse(body) as T;
  };
  const recorded = await timed<RecordedForCitizen>('create', () =>
    agent.post('/api/v1/requests', newRequest(topic, text, number)),
  );
  const page = await timed<RequestPage>('open', () => worker.get(`/api/v1/requests/${recorded.id}`));
  const part = page.assignments[0]!.id;
  const { seen } = await timed<{ seen: number }>('accept', () =>
    worker.post(`/api/v1/assignments/${part}/acceptance`, { seen: page.seen }),
  );
  await timed('answer', () =>
    worker.post(`/api/v1/assignments/${part}/answer`, { outcome: 'done', text: ANSWER, seen }),
  );
  const found = await timed<SearchAnswer>('find', () => worker.get(`/api/v1/search?q=${recorded.trackingNumber}`));
  if (!found.requests.some(({ id }) => id === recorded.id)) throw new Error('find: the request was not found');
  life.total = STEPS.reduce((sum, name) => sum + life[name], 0);
  return life;
}

function newRequest(topic: string, text: string, number: number): object {
  return {
    ...{ channel: 'desk', kind: 'complaint', text, language: 'tr', topic, answers: [], danger: false },
    person: {
      name: 'Ayşe Örnek',
      phone: `+90500${String((number * 7919) % 50_000).padStart(7, '0')}`,
      notifyBy: 'sms',
    },
    place: {
      ...{
        neighbourhoodId: 1 + (number % 37),
        street: 'Selvi Sokak',
        door: String(number % 90),
        description: 'okulun önü',
      },
    },
    clientKey: `casework-${process.pid}-${String(number).padStart(9, '0')}`,
  };
}
