/** The escalation ladders: of all topics, of a group, of one topic. What holds is shown as a picture in words before anything is changed. */
import { useQuery } from '@tanstack/react-query';
import type { Ladders, LadderSetting } from '../../../../../../contract/ladder.ts';
import { useCatalogue } from '../../../case/case-data.ts';
import { api } from '../../../kit/api.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { SectionFrame } from '../section-frame.tsx';
import { LadderDocument } from './ladder-document.tsx';
import { ladderTexts } from './ladder-texts.ts';
import { inForce } from './ladder-words.ts';

export function LaddersSection({ item }: { item: string | undefined }) {
  const say = useTexts(ladderTexts);
  const { language } = useSettings();
  const catalogue = useCatalogue();
  const asked = useQuery({
    queryKey: ['ladders'],
    queryFn: ({ signal }) => api.get<Ladders>('/api/v1/ladders', {}, signal),
  });
  const groups = catalogue.data?.groups ?? [];
  const topics = (catalogue.data?.topics ?? []).filter(({ active }) => active);
  const has = (scope: string) => asked.data?.set.some((one) => one.scope === scope && one.active) ?? false;
  const scopes = [
    { id: 'all', label: say('all'), group: null },
    ...groups.map(({ code, name }) => ({ id: code, label: say('group', { name: name[language] }), group: null })),
    ...topics.map(({ code, name, group }) => ({ id: code, label: name[language], group })),
  ];
  const open = scopes.find(({ id }) => id === item);
  const isThere = asked.data !== undefined && catalogue.data !== undefined;
  return (
    <SectionFrame
      section="ladders"
      items={
        isThere
          ? scopes.map(({ id, label }) => ({ id, label, more: has(id) ? say('own') : id === 'all' ? undefined : id }))
          : undefined
      }
      openId={item}
      error={asked.error ?? catalogue.error}
    >
      {open && asked.data && (
        <LadderDocument
          key={open.id}
          scope={{ ...open, groupName: groups.find(({ code }) => code === open.group)?.name[language] ?? '' }}
          ladders={asked.data}
          saved={savedOf(asked.data, open)}
        />
      )}
    </SectionFrame>
  );
}

/** One that is not set yet begins as what holds there now. */
function savedOf(ladders: Ladders, { id, group }: { id: string; group: string | null }): LadderSetting {
  const found = ladders.set.find(({ scope }) => scope === id);
  if (found) return found;
  return { scope: id, ladder: inForce(ladders, { own: id, group }).ladder, active: false, version: 0 };
}
