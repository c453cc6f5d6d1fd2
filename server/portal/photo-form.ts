/** Reads a form that carries photos, piece by piece, so that one bad file spoils neither the others nor what was typed. */
import type { FastifyRequest } from 'fastify';
import { RefusalError } from '../kernel/refusals.ts';
import type { FileStore } from '../kernel/files.ts';
import type { ReadyPhoto } from '../modules/intake/door.ts';
import { MOST_PHOTO_BYTES, readyPhoto } from '../modules/intake/door.ts';
import { normaliseInput } from '../../text/turkish.ts';
import type { Form } from './visit.ts';

/** What a browser offers to choose from; the bytes decide. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/heif';

export interface NamedPhoto extends ReadyPhoto {
  /** As the citizen's device calls it. */
  name: string;
}

export interface BadPhoto {
  name: string;
  why: 'too-big' | 'not-a-photo' | 'heic' | 'too-many';
}

export interface PhotoForm {
  form: Form;
  photos: NamedPhoto[];
  bad: BadPhoto[];
}

/** A form without files is read as well: a browser without any file chosen sends an empty one. */
export async function readPhotoForm(request: FastifyRequest, files: FileStore): Promise<PhotoForm> {
  const read: PhotoForm = { form: Object.create(null) as Form, photos: [], bad: [] };
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>)) {
      if (typeof value === 'string') read.form[name] = value;
    }
    return read;
  }
  try {
    for await (const part of request.parts({ throwFileSizeLimit: false } as never)) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') read.form[part.fieldname] = part.value;
      } else await takeFile(read, part, files);
    }
  } catch (error) {
    // More files than a form may carry: those read so far are kept.
    if ((error as { code?: string }).code !== 'FST_FILES_LIMIT') throw error;
    read.bad.push({ name: '', why: 'too-many' });
  }
  return read;
}

interface FilePart {
  filename: string;
  file: AsyncIterable<Buffer> & { truncated: boolean };
}

async function takeFile(read: PhotoForm, { filename, file }: FilePart, files: FileStore): Promise<void> {
  const chunks: Buffer[] = [];
  // Read to its end also when it is too big: a browser cut off in the middle shows its own error instead of our page.
  for await (const chunk of file) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  if (content.length === 0) return;
  const name = fileName(filename);
  if (file.truncated || content.length > MOST_PHOTO_BYTES) {
    read.bad.push({ name, why: 'too-big' });
    return;
  }
  try {
    read.photos.push({ ...(await readyPhoto(files, content)), name });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const why = error.code === 'photo-too-big' ? 'too-big' : error.details.heic === true ? 'heic' : 'not-a-photo';
    read.bad.push({ name, why });
  }
}

/** Only shown back to its owner; never a path. */
function fileName(claimed: string | undefined): string {
  const last =
    normaliseInput(claimed ?? '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  return last.slice(-80) || 'foto';
}
