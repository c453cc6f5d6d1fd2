/**
 * Statements are prepared once per connection and then only called: reading and planning one takes the server longer than most of ours take
 * to run. Every SQL text of the house is fixed (values travel beside it), so there are few of them; should somebody build texts from
 * what people type, the list stays bounded and the rest run as before.
 */
import pg from 'pg';

const MOST_NAMES = 1_000;
const names = new Map<string, string>();

/** Null: no room for another name. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return null;
  const name = `hemsehri_${names.size + 1}`;
  names.set(text, name);
  return name;
}

type Query = (...given: unknown[]) => unknown;

/** A client that gives each text with values the name under which its connection keeps the plan. */
export class NamingClient extends pg.Client {
  override query = ((...given: unknown[]): unknown => {
    const plain = pg.Client.prototype.query as Query;
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return plain.apply(this, given);
    const name = nameOf(text);
    return name === null ? plain.apply(this, given) : plain.call(this, { name, text, values }, ...rest);
  }) as pg.Client['query'];
}
