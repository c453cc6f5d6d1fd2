/** Photos that staff add to a request: one a call, so that one bad file spoils no other, and each with the word whether the citizen sees it. */
import { Type } from 'typebox';
import { ById } from '../../../contract/request-acts.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { addStaffPhoto, readableCase, requireRight, showPhoto } from '../requests/door.ts';
import { keepPhotos, readyPhoto } from './photos.ts';

export const staffPhotoRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/requests/:id/photos',
    summary: 'Adds a photo of the work, sent as a form with one file; says whether the citizen sees it',
    who: 'staff',
    params: ById,
    query: Type.Object({ citizenSees: Type.Boolean() }, { additionalProperties: false }),
    response: Type.Object({ id: Type.String() }),
    async handle({ house, actor, params, query, request }) {
      await requireRight(house, staffOf(actor), { of: 'requests', id: params.id, needs: 'photo-add' });
      const file = request.isMultipart() ? await request.file() : undefined;
      if (!file) throw refuse('input-invalid', { field: 'file' });
      const photo = await readyPhoto(house.files, await file.toBuffer());
      return inTransaction(house, { actor }, async (tx) => {
        const [fileId] = await keepPhotos(tx, [photo]);
        return addStaffPhoto(tx, { requestId: params.id, fileId: fileId!, citizenSees: query.citizenSees });
      });
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/requests/:id/photos/:photo/sight',
    summary: 'Shows a photo of staff to the citizen, or hides it again',
    who: 'staff',
    params: Type.Object({ id: Type.String(), photo: Type.String() }),
    body: Type.Object({ citizenSees: Type.Boolean() }, { additionalProperties: false }),
    async handle({ house, actor, params: { id, photo }, body }) {
      if (!isId(photo)) throw refuse('not-found');
      await readableCase(house.db, staffOf(actor), id);
      await inTransaction(house, { actor }, (tx) => showPhoto(tx, { requestId: id, photoId: photo, ...body }));
      return {};
    },
  }),
];
