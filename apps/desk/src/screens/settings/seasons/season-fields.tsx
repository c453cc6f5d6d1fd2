import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { SeasonGiven, SeasonShown, SeasonTopic } from '../../../../../../contract/seasons.ts';
import { useCatalogue } from '../../../case/case-data.ts';
import { api } from '../../../kit/api.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { BothLanguages } from '../both-languages.tsx';
import { Publish } from '../publish.tsx';
import { settingTexts } from '../setting-texts.ts';
import styles from '../settings.module.css';
import { OnePeriod } from '../standard-fields.tsx';
import { useEdit, usePublish } from '../use-edit.ts';
import { SeasonMessages } from './season-messages.tsx';
import { seasonTexts } from './season-texts.ts';

interface Props {
  saved: SeasonShown;
  onSaved: (code: string) => void;
}

/** What the administrator writes of a season; how it is switched is not part of it. */
export function SeasonFields({ saved, onSaved }: Props) {
  const say = useTexts(seasonTexts);
  const sayAny = useTexts(settingTexts);
  const { on: _on, changes: _changes, switched: _switched, ...given } = saved;
  const { value, write, undo } = useEdit<SeasonGiven>(given);
  const save = usePublish(
    (reason) => api.put<SeasonShown>(`/api/v1/seasons/${value.code}`, { season: value, reason }),
    {
      keys: ['seasons'],
      onSaved: ({ code }) => {
        undo();
        onSaved(code);
      },
    },
  );
  return (
    <>
      {saved.version === 0 && (
        <TextInput
          label={say('code')}
          description={say('code.hint')}
          maxLength={30}
          value={value.code}
          onChange={(event) => write({ code: event.currentTarget.value })}
        />
      )}
      <BothLanguages label={say('name')} value={value.name} maxLength={60} onWrite={(name) => write({ name })} />
      <BothLanguages
        label={say('notice')}
        value={value.notice}
        maxLength={500}
        long
        onWrite={(notice) => write({ notice })}
      />
      <fieldset className={styles.group}>
        <legend>{say('dates')}</legend>
        <p className="hs-meta">{say('dates.hint')}</p>
        <div className={styles.line}>
          {(['from', 'to'] as const).map((edge) => (
            <TextInput
              key={edge}
              label={say(edge)}
              placeholder={edge === 'from' ? '11-15' : '03-31'}
              maxLength={5}
              value={value[edge] ?? ''}
              onChange={(event) => write({ [edge]: event.currentTarget.value || null })}
            />
          ))}
        </div>
      </fieldset>
      <NumberInput
        label={say('position')}
        description={say('position.hint')}
        min={1}
        max={99}
        value={value.position}
        onChange={(position) => write({ position: Number(position) || 1 })}
      />
      <Topics value={value} write={write} />
      <SeasonMessages value={value} write={write} />
      <Checkbox
        label={sayAny('active')}
        checked={value.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      <Publish before={given} after={value} save={save} onUndo={undo} />
    </>
  );
}

interface Part {
  value: SeasonGiven;
  write: (part: Partial<SeasonGiven>) => void;
}

function Topics({ value: { topics }, write }: Part) {
  const say = useTexts(seasonTexts);
  const { language } = useSettings();
  const all = (useCatalogue().data?.topics ?? []).filter(({ active }) => active);
  const nameOf = (code: string) => all.find((topic) => topic.code === code)?.name[language] ?? code;
  const change = (code: string, part: Partial<SeasonTopic>) =>
    write({ topics: topics.map((each) => (each.topic === code ? { ...each, ...part } : each)) });
  const left = all.filter(({ code }) => !topics.some(({ topic }) => topic === code));
  return (
    <fieldset className={styles.group}>
      <legend>{say('topics')}</legend>
      {topics.length === 0 && <p className="hs-meta">{say('topics.empty')}</p>}
      {topics.map(({ topic, standard, told }) => (
        <fieldset key={topic} className={styles.group}>
          <legend>{nameOf(topic)}</legend>
          <div className={styles.two}>
            {(['firstResponse', 'conclusion'] as const).map((which) => (
              <OnePeriod
                key={which}
                label={say(which)}
                period={standard[which]}
                onWrite={(period) => change(topic, { standard: withPeriod(standard, which, period) })}
              />
            ))}
          </div>
          <BothLanguages
            label={say('told', { name: nameOf(topic) })}
            value={told}
            maxLength={500}
            onWrite={(next) => change(topic, { told: next })}
          />
          <div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => write({ topics: topics.filter((each) => each.topic !== topic) })}
            >
              {say('topics.remove', { name: nameOf(topic) })}
            </Button>
          </div>
        </fieldset>
      ))}
      <Select
        label={say('topics.add')}
        data={left.map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` }))}
        searchable
        nothingFoundMessage={say('topics.none')}
        value={null}
        onChange={(topic) =>
          topic !== null && write({ topics: [...topics, { topic, standard: {}, told: { tr: '', en: '' } }] })
        }
      />
    </fieldset>
  );
}

/** What is taken away is left out: the topic's own holds then. */
function withPeriod(
  standard: SeasonTopic['standard'],
  which: 'firstResponse' | 'conclusion',
  period: SeasonTopic['standard']['conclusion'],
): SeasonTopic['standard'] {
  if (period !== undefined) return { ...standard, [which]: period };
  return Object.fromEntries(Object.entries(standard).filter(([each]) => each !== which));
}
