import { expect, it } from 'vitest';
import { kurusOf } from './kurus.ts';

it.each([
  ['125', 12_500],
  ['125,5', 12_550],
  ['125,50', 12_550],
  ['1.250,50 TL', 125_050],
  ['0,05', 5],
  ['1 250', 125_000],
  ['', null],
  ['12.50', null],
  ['1.25', null],
  ['on lira', null],
  ['-5', null],
  ['1,234', null],
])('reads %s as %s kuruş', (typed, kurus) => {
  expect(kurusOf(typed)).toBe(kurus);
});
