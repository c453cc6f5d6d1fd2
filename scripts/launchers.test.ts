import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// The launchers, copied into a project of their own in which npm and the server are a few lines each.
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'hemsehri-launchers-'));
  cpSync(import.meta.dirname, join(project, 'scripts'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', lockFile({ kept: '1.0.0' }));
  write('node_modules/.package-lock.json', lockFile({ kept: '1.0.0' }));
  write('server/cli/main.ts', 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3 as number;');
  mkdirSync(join(project, `node_modules/node-${process.platform}-${process.arch}/bin`), { recursive: true });
  symlinkSync(process.execPath, join(project, `node_modules/node-${process.platform}-${process.arch}/bin/node`));
});
afterEach(() => rmSync(project, { recursive: true }));

test('a command gets its arguments, and its exit code and output are the launcher’s', async () => {
  expect(await launch(process.execPath, 'hemsehri', ['a b', '--c'])).toEqual({
    code: 3,
    out: '["a b","--c"]\n',
    err: '',
  });
});

test('what was compiled is kept for the next start', async () => {
  await launch(process.execPath, 'hemsehri', []);
  const kept = join(project, 'node_modules/.cache/hemsehri-compiled');
  expect(readdirSync(kept, { recursive: true }).length).toBeGreaterThan(1);
});

const olderNode = findOlderNode();

test.runIf(olderNode)('under an older Node the command runs on Node 24 all the same', async () => {
  write('server/cli/main.ts', 'console.log(process.versions.node.split(".")[0]); process.exitCode = 3 as number;');
  expect(await launch(olderNode!, 'hemsehri', [])).toEqual({ code: 3, out: '24\n', err: '' });
});

test.runIf(olderNode).each(['SIGTERM', 'SIGINT'] as const)(
  'under an older Node %s reaches the server',
  async (signal) => {
    write(
      'server/main.ts',
      `setInterval(() => {}, 1000); process.on('${signal}', () => { console.log('stopping'); process.exit(7); }); console.log('ready');`,
    );
    const result = await launch(olderNode!, 'start', [], { whenReady: (child) => child.kill(signal) });
    expect(result).toMatchObject({ code: 7, out: 'ready\nstopping\n' });
  },
);

test.each([
  ['a package is missing', { kept: '1.0.0', added: '2.0.0' }],
  ['a package has another version', { kept: '1.1.0' }],
])('installs when %s, and keeps standard output clean', async (_when, wanted) => {
  write('package-lock.json', lockFile(wanted));
  const path = fakeNpm();
  const result = await launch(process.execPath, 'hemsehri', ['x'], { path });
  expect(result).toMatchObject({ code: 3, out: '["x"]\n' });
  expect(result.err).toContain('npm ci');
});

test('an app is built when its sources changed, and only then', async () => {
  write('server/main.ts', '');
  write('apps/desk/vite.config.ts', '');
  write('apps/desk/main.ts', 'one');
  write(
    'node_modules/vite/bin/vite.js',
    `import { mkdirSync, appendFileSync } from 'node:fs'; mkdirSync('apps/desk/dist', { recursive: true }); appendFileSync('built', 'x');`,
  );
  for (const [change, builds] of [
    ['one', 1],
    ['one', 1],
    ['two', 2],
  ] as const) {
    write('apps/desk/main.ts', change);
    expect((await launch(process.execPath, 'start', [])).code).toBe(0);
    expect(readFileSync(join(project, 'built'), 'utf8')).toHaveLength(builds);
  }
});

describe('where no browser is installed', () => {
  const journeys = ['desk.journey.ts', 'citizen.journey.ts'];

  beforeEach(() => {
    for (const name of journeys) write(`journeys/${name}`, '');
    write('node_modules/@playwright/test/cli.js', "console.log('the journeys ran with', process.env.CHROMIUM_PATH);");
  });

  test('the run says which journeys it left out, and counts them', async () => {
    program('apt-get', 'exit 100');
    const { code, out } = await launch(process.execPath, 'test', ['journeys'], withoutBrowser());
    expect(out).toContain('No Chromium was found, so these journeys were left out:');
    for (const name of journeys) expect(out).toContain(`  ${name}\n`);
    expect(out.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed, 2 skipped');
    expect(code).toBe(0);
  });

  test.runIf(process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))(
    'root installs Debian’s package, and the journeys run with it',
    async () => {
      const installed = join(project, 'bin/chromium');
      program('apt-get', `case "$1" in install) echo '#!/bin/sh' > '${installed}'; chmod +x '${installed}';; esac`);
      const { out, err } = await launch(process.execPath, 'test', ['journeys'], withoutBrowser());
      expect(err).toContain('Installing Chromium');
      expect(out).toContain(`the journeys ran with ${installed}`);
    },
  );
});

/** No folder of the machine's own programs but those every shell needs, and no download of Playwright's. */
function withoutBrowser(): Surroundings {
  const needed = ['sh', 'chmod', 'cat'];
  for (const name of needed) symlinkSync(`/bin/${name}`, join(project, 'bin', name));
  return {
    path: join(project, 'bin'),
    env: { CHROMIUM_PATH: '', PLAYWRIGHT_BROWSERS_PATH: join(project, 'none') },
  };
}

test('what failed, and what only went at the second try, stands by name before the last line', async () => {
  const spec = (title: string, status: string) => ({ file: 'desk.journey.ts', title, tests: [{ status }] });
  const report = {
    stats: { expected: 1, flaky: 1, unexpected: 1, skipped: 0 },
    suites: [
      {
        specs: [spec('an agent records a call', 'expected')],
        suites: [{ specs: [spec('a clerk answers', 'unexpected'), spec('a mayor reads', 'flaky')] }],
      },
    ],
  };
  program('chromium', 'exit 0');
  write(
    'node_modules/@playwright/test/cli.js',
    `require('node:fs').writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME, ${JSON.stringify(JSON.stringify(report))}); process.exitCode = 1;`,
  );
  write('node_modules/@playwright/test/package.json', '{ "type": "commonjs" }');
  const env = { CHROMIUM_PATH: join(project, 'bin/chromium') };
  const { code, out } = await launch(process.execPath, 'test', ['journeys'], { env });
  expect(out.trimEnd().split('\n').slice(-3)).toEqual([
    'failed: desk.journey.ts: a clerk answers',
    'at the second try: desk.journey.ts: a mayor reads',
    '2 passed, 1 failed',
  ]);
  expect(code).toBe(1);
});

test('names that do not exist are answered with those that do', async () => {
  write('bench/intake.ts', '');
  const bench = await launch(process.execPath, 'bench', ['nothing']);
  expect(bench).toMatchObject({ code: 1, err: 'There is no bench "nothing". There are: intake.\n' });
  const storey = await launch(process.execPath, 'test', ['roof']);
  expect(storey).toMatchObject({ code: 1, err: expect.stringContaining('There is no storey "roof".') });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function lockFile(versions: Record<string, string>): string {
  const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]);
  return JSON.stringify({ packages: Object.fromEntries([['', {}], ...packages]) });
}

function program(name: string, script: string): void {
  write(`bin/${name}`, `#!/bin/sh\n${script}\n`);
  execFileSync('chmod', ['+x', join(project, `bin/${name}`)]);
}

/** An npm that says what it was asked and leaves the list a real one leaves. */
function fakeNpm(): string {
  program('npm', 'echo "npm $1"\ncp package-lock.json node_modules/.package-lock.json');
  return `${join(project, 'bin')}${delimiter}${process.env.PATH}`;
}

function findOlderNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const programs = folders.map((folder) => join(folder, 'node')).filter((program) => existsSync(program));
  return programs.find((program) => {
    const version = Number.parseInt(execFileSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10);
    return version >= 20 && version < 24;
  });
}

interface Result {
  code: number | null;
  out: string;
  err: string;
}

interface Surroundings {
  path?: string;
  env?: Record<string, string>;
  whenReady?: (child: ChildProcess) => void;
}

function launch(
  node: string,
  name: string,
  args: string[],
  { path, env: more, whenReady }: Surroundings = {},
): Promise<Result> {
  const env = { ...process.env, ...more, PATH: path ?? process.env.PATH };
  const child = spawn(node, [join(project, `scripts/${name}.mjs`), ...args], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if (out === 'ready\n') whenReady?.(child);
  });
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
