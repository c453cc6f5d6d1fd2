import { useQuery } from '@tanstack/react-query';
import { api } from '../../kit/api.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';

const texts = defineTexts(
  {
    title: 'Kapatırsanız şu yönlendirme kuralları bozulur ve atlanır:',
    rule: '{place}. kural: {name}',
    none: 'Hiçbir yönlendirme kuralı bunu kullanmıyor.',
  },
  {
    title: 'If you close it, these rules of routing break and are passed over:',
    rule: 'Rule {place}: {name}',
    none: 'No rule of routing uses it.',
  },
);

interface Props {
  kind: 'area' | 'unit' | 'topic' | 'directorate' | 'neighbourhood' | 'person';
  named: string;
}

/** Said before something is closed, not after: which rules name it. */
export function RulesNaming({ kind, named }: Props) {
  const say = useTexts(texts);
  const { data } = useQuery({
    queryKey: ['routing-naming', kind, named],
    queryFn: () => api.get<{ rule: string; name: string; place: number }[]>('/api/v1/routing/naming', { kind, named }),
  });
  if (data === undefined) return null;
  if (data.length === 0) return <p className="hs-meta">{say('none')}</p>;
  return (
    <div className="hs-problem" role="alert">
      <p>{say('title')}</p>
      <ul>
        {data.map(({ rule, name, place }) => (
          <li key={rule}>{say('rule', { place, name })}</li>
        ))}
      </ul>
    </div>
  );
}
