import { Checkbox, MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { TOPIC_KINDS } from '../../../../../contract/catalogue.ts';
import type { Topic, TopicGroup } from '../../../../../contract/catalogue.ts';
import type { Directorate } from '../../../../../contract/staff.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { BothLanguages } from './both-languages.tsx';
import { AlsoCallFields } from './also-call-fields.tsx';
import { AnsweringFields } from './answering-fields.tsx';
import { CodeField, CodedTitle } from './coded-document.tsx';
import { MonthFields } from './month-fields.tsx';
import { NotOursFields } from './not-ours-fields.tsx';
import { useUnits } from './post-fields.tsx';
import { Publish } from './publish.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { RevisionList } from './revision-list.tsx';
import { SECTION_PATHS } from './setting-texts.ts';
import { StandardFields } from './standard-fields.tsx';
import { DuplicateFields } from './duplicate-fields.tsx';
import type { TopicPart } from './topic-part.ts';
import { TopicPreview } from './topic-preview.tsx';
import { topicTexts } from './topic-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

interface Props {
  saved: Topic;
  groups: readonly TopicGroup[];
  directorates: readonly Directorate[];
}

/** One topic as a document: what it says, what it promises, what it asks; then how it looks, what changes, and what it was before. */
export function TopicDocument({ saved, groups, directorates }: Props) {
  const say = useTexts(topicTexts);
  const { language } = useSettings();
  const navigate = useNavigate();
  const { value: topic, write, undo } = useEdit(saved);
  const save = usePublish((reason) => api.put<Topic>(`/api/v1/topics/${topic.code}`, { topic, reason }), {
    keys: ['topics'],
    onSaved: ({ code }) => {
      undo();
      if (saved.version === 0) void navigate({ to: `/yonetim/${SECTION_PATHS.topics}/${code}` });
    },
  });
  const part = { topic, write };
  return (
    <div className={styles.document}>
      <CodedTitle saved={saved} name={saved.name[language]} newTitle={say('newTitle')} />
      <CodeField
        {...{ saved, maxLength: 6, label: say('code') }}
        value={topic.code}
        onWrite={(code) => write({ code })}
      />
      <BothLanguages label={say('name')} value={topic.name} maxLength={120} onWrite={(name) => write({ name })} />
      <div className={styles.two}>
        <NativeSelect
          label={say('group')}
          value={topic.group}
          data={groups
            .filter(({ code, active }) => active || code === topic.group)
            .map(({ code, name }) => ({ value: code, label: name[language] }))}
          onChange={(event) => write({ group: event.currentTarget.value })}
        />
        <NativeSelect
          label={say('directorate')}
          value={topic.directorate}
          data={[
            { value: '', label: '–' },
            ...directorates.map(({ code, name, nameEn }) => ({
              value: code,
              label: language === 'tr' ? name : nameEn,
            })),
          ]}
          onChange={(event) => write({ directorate: event.currentTarget.value })}
        />
        <MultiSelect
          label={say('otherDirectorates')}
          description={say('otherDirectorates.hint')}
          data={directorates
            .filter(({ code, active }) => active || topic.otherDirectorates.includes(code))
            .map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn }))}
          value={topic.otherDirectorates}
          maxValues={5}
          searchable
          hidePickedOptions
          onChange={(otherDirectorates) => write({ otherDirectorates })}
        />
      </div>
      <DutyFields {...part} />
      <StandardFields {...part} />
      <MonthFields {...part} />
      <AnsweringFields {...part} />
      <RuleFields {...part} />
      <DuplicateFields {...part} />
      {topic.restricted && <KeptToField {...part} directorates={directorates} />}
      <NotOursFields {...part} />
      <AlsoCallFields {...part} />
      <QuestionEditor questions={topic.questions} onWrite={(questions) => write({ questions })} />
      <KeywordField {...part} />
      <TopicPreview topic={topic} />
      <Publish before={saved} after={topic} save={save} onUndo={undo} />
      <RevisionList path={`/api/v1/topics/${saved.code}/revisions`} version={saved.version} />
    </div>
  );
}

const OWNERS = ['district', 'metropolitan', 'utility', 'other'] as const;
const ENDS = ['work', 'answer', 'forwarding'] as const;

function DutyFields({ topic, write }: TopicPart) {
  const say = useTexts(topicTexts);
  const { owners, ownerNote = { tr: '', en: '' } } = topic;
  return (
    <fieldset className={styles.group}>
      <legend>{say('whose')}</legend>
      <div className={styles.flags}>
        {OWNERS.map((owner) => (
          <Checkbox
            key={owner}
            label={say(`owner.${owner}`)}
            checked={owners.includes(owner)}
            onChange={(event) =>
              write({
                owners: event.currentTarget.checked ? [...owners, owner] : owners.filter((each) => each !== owner),
              })
            }
          />
        ))}
      </div>
      <div className={styles.two}>
        <NativeSelect
          label={say('endsBy')}
          value={topic.endsBy}
          data={ENDS.map((value) => ({ value, label: say(`endsBy.${value}`) }))}
          onChange={(event) => write({ endsBy: event.currentTarget.value as Topic['endsBy'] })}
        />
        <NativeSelect
          label={say('kind')}
          value={topic.kind ?? ''}
          data={[
            { value: '', label: say('kind.none') },
            ...TOPIC_KINDS.map((value) => ({ value, label: say(`kind.${value}`) })),
          ]}
          onChange={(event) => write({ kind: (event.currentTarget.value || undefined) as Topic['kind'] })}
        />
      </div>
      <p className="hs-meta">{say('ownerNote.hint')}</p>
      <BothLanguages
        label={say('ownerNote')}
        long
        maxLength={500}
        value={ownerNote}
        onWrite={(note) => write({ ownerNote: note.tr + note.en === '' ? undefined : note })}
      />
    </fieldset>
  );
}

const RULES = [
  ...(['active', 'anonymousAllowed', 'placeRequired', 'publicTopic', 'danger'] as const),
  ...(['restricted', 'identitySecret'] as const),
] as const;

function RuleFields({ topic, write }: TopicPart) {
  const say = useTexts(topicTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('rules')}</legend>
      <div className={styles.flags}>
        {RULES.map((rule) => (
          <Checkbox
            key={rule}
            label={say(rule)}
            checked={topic[rule]}
            onChange={(event) => write({ [rule]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Who may see requests on a restricted topic: directorates as a whole, or single units of them. */
function KeptToField({ topic, write, directorates }: TopicPart & { directorates: readonly Directorate[] }) {
  const say = useTexts(topicTexts);
  const { language } = useSettings();
  const units = useUnits().data ?? [];
  const data = directorates.map(({ code, name, nameEn }) => ({
    group: language === 'tr' ? name : nameEn,
    items: [
      { value: code, label: `${language === 'tr' ? name : nameEn} (${code})` },
      ...units
        .filter(({ directorate, active }) => active && directorate === code)
        .map((unit) => ({ value: unit.code, label: `${language === 'tr' ? unit.name : unit.nameEn} (${unit.code})` })),
    ],
  }));
  return (
    <MultiSelect
      label={say('restrictedTo')}
      description={say('restrictedTo.hint')}
      data={data}
      value={topic.restrictedTo ?? []}
      maxValues={20}
      searchable
      onChange={(restrictedTo) => write({ restrictedTo })}
    />
  );
}

/** A line that is still empty is one being written; the server leaves empty ones out. */
function KeywordField({ topic, write }: TopicPart) {
  const say = useTexts(topicTexts);
  return (
    <Textarea
      label={say('keywords')}
      description={say('keywords.hint')}
      autosize
      minRows={4}
      maxRows={12}
      value={topic.keywords.join('\n')}
      onChange={(event) => write({ keywords: event.currentTarget.value.split('\n') })}
      onBlur={() => write({ keywords: topic.keywords.filter((word) => word.trim() !== '') })}
    />
  );
}
