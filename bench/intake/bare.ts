/**
 * The bare framework: Fastify with a checked body, and the very statements the house was heard sending, prepared and pooled in the same way.
 * No rights, no rules, no reactions: what is left is what the house's own code costs.
 */
import { randomBytes } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { NamingClient } from '../../server/kernel/db/named-statements.ts';
import { newId } from '../../server/kernel/ids.ts';
import { TRACKING_NUMBER_BYTES, drawTrackingNumber } from '../../text/tracking-number.ts';
import type { Answer, Operation, Order, Recipe } from './messages.ts';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 8,
  Client: NamingClient,
  application_name: 'hemsehri-bare',
});
let recipes: Record<Operation, Recipe> | null = null;
let create: { text: string; makes: Make[] }[] = [];

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

interface Given {
  clientKey: string;
  phone: string;
}

type Make = (fresh: { given: Given; idFor: (id: string) => string }) => unknown;

/** Turns the recorded values, once, into how each is made anew, so that the bare server is not charged for looking into them. */
function compile(recipe: Recipe, again: Recipe): { text: string; makes: Make[] }[] {
  const [variable, own] = [variableIds(recipe, again), ownOf(recipe)];
  const { trackingNumber } = JSON.parse(recipe.answer) as { trackingNumber: string };
  const makeOf = (value: unknown): Make => {
    if (value instanceof Uint8Array) return () => randomBytes(value.length);
    if (typeof value !== 'string') return () => value;
    if (value === own.clientKey) return ({ given }) => given.clientKey;
    if (value === own.phone) return ({ given }) => given.phone;
    if (value === trackingNumber) return () => drawTrackingNumber(randomBytes(TRACKING_NUMBER_BYTES));
    const parts = value.split(/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\+90500\d{7})/);
    if (!parts.some((part) => variable.has(part) || part === own.phone)) return () => value;
    return ({ given, idFor }) =>
      parts.map((part) => (variable.has(part) ? idFor(part) : part === own.phone ? given.phone : part)).join('');
  };
  return recipe.statements.map(({ text, values }) => ({ text, makes: values.map(makeOf) }));
}

/** Ids that differ between two recordings are new ones each time; the others are rows that were there. */
function variableIds(first: Recipe, second: Recipe): Set<string> {
  const idsOf = ({ statements }: Recipe) =>
    new Set(
      statements.flatMap(({ values }) =>
        values.flatMap((value) => (typeof value === 'string' ? (value.match(UUID) ?? []) : [])),
      ),
    );
  const others = idsOf(second);
  return new Set([...idsOf(first)].filter((id) => !others.has(id)));
}

/** What the recording was given. */
function ownOf({ statements }: Recipe): Given {
  const strings = statements.flatMap(({ values }) => values.filter((value) => typeof value === 'string'));
  return {
    clientKey: strings.find((value) => value.startsWith('bench-'))!,
    phone: strings.find((value) => /^\+90500\d{7}$/.test(value))!,
  };
}

async function run(statements: { text: string; values: unknown[] }[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements)
      await (values.length > 0 ? client.query(text, values) : client.query(text));
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

const app = Fastify();
const body = {
  type: 'object',
  required: ['clientKey', 'person', 'text'],
  properties: {
    clientKey: { type: 'string' },
    text: { type: 'string' },
    person: { type: 'object', properties: { phone: { type: 'string' } } },
  },
};
app.post<{ Body: { clientKey: string; person: { phone: string } } }>(
  '/api/v1/requests',
  { schema: { body } },
  async (request, reply) => {
    const ids = new Map<string, string>();
    const idFor = (id: string): string => {
      const known = ids.get(id) ?? newId(new Date());
      ids.set(id, known);
      return known;
    };
    const given = { clientKey: request.body.clientKey, phone: request.body.person.phone };
    await run(create.map(({ text, makes }) => ({ text, values: makes.map((make) => make({ given, idFor })) })));
    return reply.type('application/json').send(recipes!.create.answer);
  },
);
for (const [path, operation] of [
  ['/api/v1/requests', 'list'],
  ['/api/v1/search', 'find'],
] as const) {
  app.get(path, async (_request, reply) => {
    const recipe = recipes![operation];
    await run(recipe.statements);
    return reply.type('application/json').send(recipe.answer);
  });
}

await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
const tell = (answer: Answer) => void process.send!(answer);
process.on('message', (message: Order) => {
  if (message.order === 'cpu') {
    const { user, system } = process.cpuUsage();
    tell({ cpuMs: (user + system) / 1000 });
    return;
  }
  if (message.order === 'recipes') {
    recipes = message.recipes;
    create = compile(message.recipes.create, message.again);
  }
  tell({ taken: true });
});
tell({ ready: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` });
