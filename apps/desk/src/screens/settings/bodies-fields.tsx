import { Button, TextInput } from '@mantine/core';
import type { Profile } from '../../../../../contract/catalogue.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    title: 'Başvuru iletilen kurumlar',
    hint: 'Yanıt yazarken numarasından tanınır ve adıyla önerilir.',
    name: 'Kurumun adı',
    shortName: 'Kısa adı',
    phone: 'Telefonu',
    add: 'Kurum ekle',
    remove: 'Kurumu kaldır',
  },
  {
    title: 'Bodies that requests are passed to',
    hint: 'While an answer is written they are known by their number and offered by their name.',
    name: 'Name of the body',
    shortName: 'Short name',
    phone: 'Phone',
    add: 'Add a body',
    remove: 'Remove the body',
  },
);

type Body = Profile['bodies'][number];
const MOST = 20;
const FIELDS = [
  ['name', 120],
  ['shortName', 60],
  ['phone', 20],
] as const;

/** Whom citizens are sent on to: the water works, the metropolitan municipality. */
export function BodiesFields({ bodies, onWrite }: { bodies: readonly Body[]; onWrite: (bodies: Body[]) => void }) {
  const say = useTexts(texts);
  const change = (key: string, part: Partial<Body>) =>
    onWrite(bodies.map((each) => (each.key === key ? { ...each, ...part } : each)));
  return (
    <fieldset className={styles.group}>
      <legend>{say('title')}</legend>
      <p className="hs-meta">{say('hint')}</p>
      {bodies.map((body) => (
        <div key={body.key} className={styles.body}>
          {FIELDS.map(([field, maxLength]) => (
            <TextInput
              key={field}
              label={say(field)}
              maxLength={maxLength}
              value={body[field]}
              onChange={(event) => change(body.key, { [field]: event.currentTarget.value })}
            />
          ))}
          <Button onClick={() => onWrite(bodies.filter(({ key }) => key !== body.key))}>{say('remove')}</Button>
        </div>
      ))}
      {bodies.length < MOST && (
        <div>
          <Button onClick={() => onWrite([...bodies, { key: newKey(bodies), name: '', shortName: '', phone: '' }])}>
            {say('add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** A key nobody has; it stays when the body gets another name. */
function newKey(taken: readonly Body[]): string {
  let number = taken.length + 1;
  while (taken.some(({ key }) => key === `body-${number}`)) number += 1;
  return `body-${number}`;
}
