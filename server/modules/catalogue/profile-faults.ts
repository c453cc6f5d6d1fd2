/** What is wrong with the profile of a municipality before every page and message is filled from it. Pure; shape and lengths are the contract's. */
import type { Profile } from './topic.ts';

export interface ProfileFault {
  where: string;
  problem: 'text-missing' | 'phone-missing' | 'body-twice';
}

const LINES = ['shortName', 'initials', 'province', 'district', 'directorate', 'email', 'townHall'] as const;

/** By what it is called, as far as it is called anything yet. */
const called = ({ shortName, name, key }: Profile['bodies'][number]): string => shortName || name || key;

export function faultsInProfile(profile: Omit<Profile, 'version'>): ProfileFault[] {
  const { name, brand, callCentre, whatsapp, bodies, spellingCities } = profile;
  const texts: [string, string][] = [
    ...Object.entries({ name, brand, 'callCentre.hours': callCentre.hours }).flatMap(
      ([where, { tr, en }]): [string, string][] => [
        [`${where}.tr`, tr],
        [`${where}.en`, en],
      ],
    ),
    ...LINES.map((where): [string, string] => [where, profile[where]]),
    // A letter without a city would be read aloud as nothing.
    ...Object.entries(spellingCities).map(([letter, city]): [string, string] => [`spellingCities.${letter}`, city]),
    ...bodies.flatMap((body): [string, string][] => [
      [`bodies.${called(body)}.name`, body.name],
      [`bodies.${called(body)}.shortName`, body.shortName],
    ]),
  ];
  const phones: [string, string][] = [
    ['callCentre.number', callCentre.number],
    ['callCentre.printed', callCentre.printed],
    ...(whatsapp === null
      ? []
      : Object.entries(whatsapp).map(([end, it]): [string, string] => [`whatsapp.${end}`, it])),
    ...bodies.map((body): [string, string] => [`bodies.${called(body)}.phone`, body.phone]),
  ];
  return [
    ...texts.filter(([, text]) => text.trim() === '').map(([where]) => fault(where, 'text-missing')),
    ...phones.filter(([, phone]) => !/\d/.test(phone)).map(([where]) => fault(where, 'phone-missing')),
    ...bodies
      .filter(({ key }, at) => bodies.findIndex((each) => each.key === key) < at)
      .map((body) => fault(`bodies.${called(body)}`, 'body-twice')),
  ];
}

function fault(where: string, problem: ProfileFault['problem']): ProfileFault {
  return { where, problem };
}
