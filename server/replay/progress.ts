/** One line that says how far it is, how fast, and how long yet: redrawn on a terminal, repeated every ten seconds in a log. */
import { formatCount, formatDuration } from '../../text/format.ts';

export interface Progress {
  /** `done` counts what is finished in this and earlier runs. */
  show(state: { day: string; done: number }): void;
  end(): void;
}

const WIDTH = 28;

export function startProgress(total: number, out: NodeJS.WriteStream): Progress {
  const begun = performance.now();
  const every = out.isTTY ? 200 : 10_000;
  let shown = begun;
  let first: number | null = null;
  return {
    show({ day, done }) {
      first ??= done;
      const now = performance.now();
      if (now - shown < every) return;
      shown = now;
      // What an earlier run did says nothing about how fast this one is.
      const rate = (done - first) / ((now - begun) / 1000);
      const filled = Math.floor((done / total) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      const left = rate > 0 ? formatDuration(((total - done) / rate) * 1000, 'en') : '–';
      const line = `${day} ${bar} ${formatCount(done, 'en')} of ${formatCount(total, 'en')} · ${formatCount(Math.round(rate), 'en')}/s · ${left} left`;
      out.write(out.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    end: () => void (out.isTTY && out.write('\r\u001b[2K')),
  };
}
