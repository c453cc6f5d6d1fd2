/** What differs between two versions of a setting, leaf by leaf. Pure: shown before publishing and between versions. */
export interface Change {
  /** `questions.depth.label.tr`: members of a list are named by their id or value where they have one. */
  path: string;
  before: string;
  after: string;
}

export function changesBetween(before: unknown, after: unknown): Change[] {
  const old = leaves(before, '');
  const now = leaves(after, '');
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter(isSaid);
  return paths
    .map((path) => ({ path, before: old.get(path) ?? '', after: now.get(path) ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** The version is the publishing's own business; an id inside a list stands in the path already, and a key is no word of anybody's. */
function isSaid(path: string): boolean {
  return path !== 'version' && !/\.(id|key)$/.test(path);
}

function leaves(value: unknown, path: string): Map<string, string> {
  if (value === undefined || value === null || value === '') return new Map();
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return new Map([[path, value.join(', ')]]);
  const named = Object.entries(value).map(([key, inner]) => [nameOf(value, key, inner), inner] as const);
  const found = new Map(named.flatMap(([name, inner]) => [...leaves(inner, join(path, name))]));
  // Members that only changed places are a change too.
  if (Array.isArray(value)) found.set(join(path, 'order'), named.map(([name]) => name).join(', '));
  return found;
}

function nameOf(list: object, key: string, item: unknown): string {
  if (!Array.isArray(list)) return key;
  const { id, value, shortName, name, phone, topic } = (item ?? {}) as Partial<Record<string, unknown>>;
  const named = [id, value, shortName, name, phone, topic].find((each) => typeof each === 'string' && each !== '');
  return String(named ?? (typeof id === 'number' ? id : key));
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
