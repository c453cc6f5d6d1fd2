/**
 * A database of its own for a test file: a copy of the run's migrated template, so it costs a file copy and not a migration.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { databaseOn, onServer } from './test-server.ts';

export interface TestDatabase {
  url: string;
}

/**
 * Makes a migrated, empty database that no other test file sees: `const { url } = await testDatabase()` at the top of the file.
 * It is dropped after the file's own afterAll hooks; one that still has connections then is dropped at the end of the run.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = await askForTemplate();
  const name = template.replace(/_template$/, `_${randomBytes(4).toString('hex')}`);
  await onServer(url, (client) => client.query(`create database ${name} template ${template}`));
  // Hooks run last-registered first, so this one comes after those that close the file's pools.
  afterAll(() => onServer(url, (client) => client.query(`drop database if exists ${name}`)).catch(() => {}));
  return { url: databaseOn(url, name) };
}

async function askForTemplate(): Promise<{ url: string; template: string }> {
  const response = await fetch(inject('templateDesk'));
  const answer = await response.text();
  if (!response.ok) throw new Error(`The test database could not be made:\n${answer}`);
  return JSON.parse(answer) as { url: string; template: string };
}
