/** Everybody who works here now, and whether they are here today. */
import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '../../../../contract/absences.ts';
import { formatDay } from '../../../../text/format.ts';
import { api } from '../kit/api.ts';
import { useSettings } from '../kit/settings.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';

const texts = defineTexts(
  {
    away: '{name} · izinde, son gün {until}, yerine {standIn}',
    'away.nobody': '{name} · izinde, son gün {until}, yerine kimse yok',
  },
  {
    away: '{name} · away until {until}, {standIn} stands in',
    'away.nobody': '{name} · away until {until}, nobody stands in',
  },
);

export function useColleagues() {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => api.get<Colleague[]>('/api/v1/colleagues', {}, signal),
    staleTime: 60_000,
  });
}

/** The name, and where it matters that they are away and who stands in: what every choice of a person says. */
export function useColleagueLabel(): (colleague: Pick<Colleague, 'name' | 'away'>) => string {
  const say = useTexts(texts);
  const { language } = useSettings();
  return ({ name, away }) => {
    if (away === null) return name;
    const until = formatDay(away.until, language);
    return away.standIn === null
      ? say('away.nobody', { name, until })
      : say('away', { name, until, standIn: away.standIn });
  };
}
