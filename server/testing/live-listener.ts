/** Listens to the desk's live stream as a browser does, and keeps everything it said. */
export function listen(address: string, cookie: string) {
  const stop = new AbortController();
  let text = '';
  let ended = false;
  const response = fetch(`${address}/api/v1/live`, { headers: { cookie }, signal: stop.signal });
  const reading = (async () => {
    const { body } = await response;
    for await (const chunk of body!) text += Buffer.from(chunk).toString();
    ended = true;
  })().catch(() => undefined);
  return { opened: response, reading, text: () => text, ended: () => ended, stop: () => stop.abort() };
}
