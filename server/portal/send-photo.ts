import type { FastifyReply } from 'fastify';
import type { Visit } from './visit.ts';

/** A photo as a picture and as nothing else: it may not be sniffed, run, framed or kept by anybody between. */
export async function sendPhoto(
  { house, reply }: Visit,
  photo: { sha256: string; mediaType: string },
): Promise<FastifyReply> {
  const content = await house.files.get(photo.sha256);
  return reply
    .type(photo.mediaType)
    .header('cache-control', 'private, no-store')
    .header('content-disposition', 'inline; filename="foto.jpg"')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('x-robots-tag', 'noindex')
    .send(content);
}
