/** For the tests of this module: a whole house, requests of the roads directorate, and people by name. */
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { applicationOf } from '../../testing/applications.ts';
import type { DeskCaller, DeskServer } from '../../testing/desk-server.ts';
import { deskServer } from '../../testing/desk-server.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { assignmentsOf } from '../requests/door.ts';
import type { DraftBody } from './draft.ts';

export const PAVEMENT = applicationOf({
  person: { name: 'Emine Örnek', phone: '0 555 000 00 47', notifyBy: 'sms' },
  place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Sağlık ocağının karşısı' },
});

export interface AnswerStage {
  people: Record<'fatih' | 'mustafa' | 'nermin' | 'sibel' | 'pinar' | 'elif', StaffActor>;
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A new request of the roads directorate, and its part. */
  file(change?: Partial<Application>): Promise<{ requestId: string; assignmentId: string }>;
}

export async function answerStage({ house, as }: FurnishedHouse): Promise<AnswerStage> {
  const people = {
    fatih: await as('fatih'),
    mustafa: await as('mustafa'),
    nermin: await as('nermin'),
    sibel: await as('sibel'),
    pinar: await as('pinar'),
    elif: await as('elif'),
  };
  const doAs = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(house, { actor }, work);
  return {
    people,
    as: doAs,
    async file(change = {}) {
      const { id } = await doAs(CITIZEN, (tx) => receiveRequest(tx, { ...PAVEMENT, ...change }));
      const [part] = await assignmentsOf(house.db, id);
      return { requestId: id, assignmentId: part!.id };
    },
  };
}

/** A house with the stage, its server, and a clerk of the roads directorate at the desk. */
export async function answerDesk() {
  const world = await furnishedHouse();
  const stage = await answerStage(world);
  const server = await deskServer(world.house);
  return { world, stage, server, clerk: await server.as('fatih') };
}

/** An answer that says what was done, where and when. */
export const GOOD_TEXT =
  'Söyleşi Sokak’taki çökmüş kaldırımı ekibimiz 18 Şubat günü söküp yeniden döşedi; bebek arabası artık geçebilir.';

export const done = (text: string = GOOD_TEXT): DraftBody => ({ text, outcome: 'done', forwardedTo: null });
export const refused = (text = 'Kaldırımı bu yıl yenileyemiyoruz, çünkü sokakta doğalgaz kazısı sürüyor. Kazı bitince, 1 Haziran’dan sonra yeniden başvurabilirsiniz.'): DraftBody => ({
  text,
  outcome: 'refused',
  forwardedTo: null,
}); // prettier-ignore

/** A photo of the work, sent as the desk sends it. */
export async function sendPhoto(
  { address }: Pick<DeskServer, 'address'>,
  who: DeskCaller,
  { requestId, citizenSees, content }: { requestId: string; citizenSees: boolean; content: Buffer },
): Promise<{ status: number; body: { id: string; refusal?: string } }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)], { type: 'image/jpeg' }), 'is.jpg');
  const response = await fetch(`${address}/api/v1/requests/${requestId}/photos?citizenSees=${citizenSees}`, {
    ...{ method: 'POST', headers: { cookie: who.cookie }, body: form },
  });
  return { status: response.status, body: (await response.json()) as { id: string; refusal?: string } };
}
