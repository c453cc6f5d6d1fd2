import type { Message } from './message.ts';

/** The plain text as a mail readers can scan: paragraphs and working links, nothing that is fetched from anywhere. */
export function mailHtml({ body, language }: Pick<Message, 'body' | 'language'>): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(escape(paragraph)).replace(/\n/g, '<br>')}</p>`)
    .join('\n');
  return `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:40em">
${paragraphs}
</body></html>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function linked(escaped: string): string {
  return escaped.replace(/https?:\/\/[^\s<]+[^\s<.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);
}
