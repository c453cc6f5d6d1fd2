import { api } from './api.ts';

/** Shows a PDF in a tab of its own. The tab is opened at once: opened after the answer, the browser would take it for a pop-up. */
export async function openPdf(path: string, body: unknown): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const address = URL.createObjectURL(await api.file(path, body));
    if (tab === null) window.location.assign(address);
    else tab.location.href = address;
  } catch (error) {
    tab?.close();
    throw error;
  }
}
