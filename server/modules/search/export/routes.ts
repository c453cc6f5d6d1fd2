import { Type } from 'typebox';
import { ExportQuery } from '../../../../contract/exports.ts';
import { audit } from '../../../kernel/audit.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { apiRoute, pageRoute, staffOf } from '../../../kernel/http/route.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import { workById } from '../../../kernel/long-works/work-store.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { formatTableDate } from '../../../../text/format.ts';
import { EXPORT_KIND, askForExport } from './export-work.ts';
import { readExport } from './files.ts';
import type { FormatName } from './formats.ts';
import { FORMATS } from './formats.ts';

export const exportRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/exports',
    summary: 'Asks for a list as a file; a long work that tells how far it is',
    who: ['list-export'],
    body: ExportQuery,
    response: Type.Object({ work: Type.String() }),
    handle: async ({ house, actor, body }) => ({
      work: await inTransaction(house, { actor }, (tx) => askForExport(tx, body)),
    }),
  }),
  pageRoute({
    method: 'GET',
    path: '/api/v1/exports/:id/file',
    summary: 'The file of a finished export, for whoever asked for it and for some days',
    who: ['list-export'],
    async handle({ house, actor, params, reply }) {
      const { id = '' } = params;
      const work = isId(id) ? await workById(house.db, id) : undefined;
      const isOwn = work?.kind === EXPORT_KIND && work.askedBy === staffOf(actor).id && work.state === 'done';
      const file = isOwn ? await readExport(house, id) : null;
      if (!isOwn || file === null) throw refuse('not-found');
      await inTransaction(house, { actor }, (tx) =>
        audit(tx, { act: 'list-export-fetched', subjectKind: 'export', subjectId: id }),
      );
      const format = work.result?.format as FormatName;
      const day = formatTableDate(work.askedAt, 'tr').split('.').reverse().join('-');
      return reply
        .type(FORMATS[format].mediaType)
        .header('cache-control', 'no-store')
        .header('content-length', file.bytes)
        .header('content-disposition', `attachment; filename="basvurular-${day}.${format}"`)
        .send(file.stream);
    },
  }),
];
