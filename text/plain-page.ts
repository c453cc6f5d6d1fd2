// A page that somebody writes as plain lines: first what it is about, then headings (`# …`) with a paragraph on each line below. No markup: what
// looks like it is printed as it was typed.

export interface PlainPage {
  /** Empty where the first line is a heading. */
  lead: string;
  parts: { heading: string; paragraphs: string[] }[];
}

export function readPlainPage(body: string): PlainPage {
  const page: PlainPage = { lead: '', parts: [] };
  const before: string[] = [];
  for (const line of body.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const last = page.parts.at(-1);
    if (line.startsWith('# ')) page.parts.push({ heading: line.slice(2).trim(), paragraphs: [] });
    else if (last) last.paragraphs.push(line);
    else before.push(line);
  }
  page.lead = before.join(' ');
  return page;
}
