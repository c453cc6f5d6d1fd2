/** The groups in which citizens look for a topic: name, picture, order, and what stands in each. */
import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { TOPIC_GROUP_ICONS } from '../../../../../contract/catalogue.ts';
import type { Topic, TopicGroup } from '../../../../../contract/catalogue.ts';
import { topicGroupIcon } from '../../../../../ui/icons.ts';
import { compare } from '../../../../../text/turkish.ts';
import { useCatalogue } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { BothLanguages } from './both-languages.tsx';
import { CodeField, CodedTitle } from './coded-document.tsx';
import { groupTexts } from './group-texts.ts';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { NEW, SectionFrame } from './section-frame.tsx';
import { itemOf } from './side-list.tsx';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

export function GroupsSection({ item }: { item: string | undefined }) {
  const { language } = useSettings();
  const navigate = useNavigate();
  const asked = useCatalogue();
  const { groups, topics } = asked.data ?? { groups: undefined, topics: [] };
  const goTo = (code: string) => void navigate({ to: `/yonetim/${SECTION_PATHS.groups}/${code}` });
  const open = item === NEW ? newGroup(groups ?? []) : groups?.find(({ code }) => code === item);
  return (
    <SectionFrame
      section="groups"
      items={groups?.map((each) => itemOf(each, each.name[language]))}
      openId={item}
      error={asked.error}
      onNew={() => goTo(NEW)}
    >
      {open && <GroupDocument key={item} saved={open} topics={topics} onSaved={goTo} />}
    </SectionFrame>
  );
}

/** At the end of those there are. */
function newGroup(groups: readonly TopicGroup[]): TopicGroup {
  const position = Math.min(99, Math.max(-1, ...groups.map((each) => each.position)) + 1);
  return { code: '', name: { tr: '', en: '' }, icon: 'question', position, active: true, version: 0 };
}

interface Props {
  saved: TopicGroup;
  topics: readonly Topic[];
  onSaved: (code: string) => void;
}

function GroupDocument({ saved, topics, onSaved }: Props) {
  const say = useTexts(groupTexts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const { value: group, write, undo } = useEdit(saved);
  const save = usePublish((reason) => api.put<TopicGroup>(`/api/v1/topic-groups/${group.code}`, { group, reason }), {
    keys: ['topics'],
    onSaved: ({ code }) => {
      undo();
      if (saved.version === 0) onSaved(code);
    },
  });
  return (
    <div className={styles.document}>
      <CodedTitle saved={saved} name={saved.name[language]} newTitle={say('newTitle')} />
      <CodeField
        {...{ saved, maxLength: 3, label: say('code') }}
        value={group.code}
        onWrite={(code) => write({ code })}
      />
      <BothLanguages label={say('name')} value={group.name} maxLength={60} onWrite={(name) => write({ name })} />
      <div className={styles.two}>
        <NativeSelect
          label={say('icon')}
          value={group.icon}
          data={TOPIC_GROUP_ICONS.map((value) => ({ value, label: say(`icon.${value}`) }))}
          onChange={(event) => write({ icon: event.currentTarget.value as TopicGroup['icon'] })}
        />
        <NumberInput
          label={say('position')}
          {...{ min: 0, max: 99, allowDecimal: false }}
          value={group.position}
          onChange={(position) => typeof position === 'number' && write({ position })}
        />
      </div>
      <Checkbox
        label={sayAny('active')}
        description={say('active.hint')}
        checked={group.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      <section>
        <h2>{sayAny('preview')}</h2>
        <div className={styles.preview}>
          <h3 className={styles.line}>
            {/* Drawn by our own ui/icons.ts: the markup holds nothing anybody typed. */}
            <span aria-hidden dangerouslySetInnerHTML={{ __html: topicGroupIcon(group.icon) }} />
            {group.name[language] || '–'}
          </h3>
        </div>
      </section>
      {saved.version > 0 && <TopicsIn topics={topics.filter((topic) => topic.group === saved.code)} />}
      <Publish before={saved} after={group} save={save} onUndo={undo} />
      <RevisionList path={`/api/v1/topic-groups/${saved.code}/revisions`} version={saved.version} />
    </div>
  );
}

function TopicsIn({ topics }: { topics: readonly Topic[] }) {
  const say = useTexts(groupTexts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const inOrder = topics.toSorted((left, right) => compare(left.name[language], right.name[language]));
  return (
    <section>
      <h2>{say('topics')}</h2>
      {inOrder.length === 0 ? (
        <p className="hs-meta">{say('topics.none')}</p>
      ) : (
        <ul className={styles.plainList}>
          {inOrder.map(({ code, name, active }) => (
            <li key={code}>
              <Link to={`/yonetim/${SECTION_PATHS.topics}/${code}` as string}>{name[language]}</Link>{' '}
              <span className="hs-meta">{active ? code : `${code} · ${sayAny('inactive')}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
