import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Catalogue, Topic } from '../../../../../contract/catalogue.ts';
import type { Directorate } from '../../../../../contract/staff.ts';
import { compare } from '../../../../../text/turkish.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { NEW, SectionFrame } from './section-frame.tsx';
import { itemOf } from './side-list.tsx';
import { SECTION_PATHS } from './setting-texts.ts';
import { TopicAccuracy } from './topic-accuracy.tsx';
import { TopicDocument } from './topic-document.tsx';

/** What citizens can ask for. */
export function TopicsSection({ item }: { item: string | undefined }) {
  const { language } = useSettings();
  const navigate = useNavigate();
  const asked = useQuery({
    queryKey: ['topics'],
    queryFn: ({ signal }) => api.get<Catalogue>('/api/v1/topics', {}, signal),
  });
  const directorates = useDirectorates();
  const { topics, groups } = asked.data ?? { topics: undefined, groups: [] };
  const open =
    item === NEW
      ? newTopic(groups.find(({ active }) => active)?.code ?? '')
      : topics?.find(({ code }) => code === item);
  const items = topics?.toSorted((left, right) => compare(left.name.tr, right.name.tr));
  return (
    <SectionFrame
      section="topics"
      items={items?.map((each) => itemOf(each, each.name[language]))}
      openId={item}
      error={asked.error}
      onNew={() => void navigate({ to: `/yonetim/${SECTION_PATHS.topics}/${NEW}` })}
    >
      {open ? <TopicDocument key={item} saved={open} groups={groups} directorates={directorates} /> : <TopicAccuracy />}
    </SectionFrame>
  );
}

export function useDirectorates(): Directorate[] {
  const { data } = useQuery({
    queryKey: ['directorates'],
    queryFn: ({ signal }) => api.get<Directorate[]>('/api/v1/directorates', {}, signal),
  });
  return data ?? [];
}

function newTopic(group: string): Topic {
  return {
    ...{ code: '', group, name: { tr: '', en: '' }, directorate: '', otherDirectorates: [], owners: ['district'] },
    ...{ standard: {}, endsBy: 'work', anonymousAllowed: true, placeRequired: true, publicTopic: true },
    ...{
      danger: false,
      restricted: false,
      identitySecret: false,
      questions: [],
      keywords: [],
      active: true,
      version: 0,
    },
  };
}
