/** Administration: documents with a history. Left what there is, right the one that is open, at its foot what changes and why. */
import { Navigate, useParams } from '@tanstack/react-router';
import { reach, useMe } from '../../kit/session.ts';
import { useTexts } from '../../kit/texts.ts';
import { AreasSection } from './areas-section.tsx';
import { DirectoratesSection } from './directorates-section.tsx';
import { GroupsSection } from './groups-section.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import { LaddersSection } from './ladders/ladders-section.tsx';
import { MunicipalitySection } from './municipality-section.tsx';
import { NeighbourhoodsSection } from './neighbourhoods-section.tsx';
import { PeriodsSection } from './periods-section.tsx';
import { PortalTextsSection } from './portal-texts-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { RoutingSection } from './routing-section.tsx';
import { SectionNav } from './section-nav.tsx';
import { SECTION_PATHS, SECTION_RIGHTS, SECTIONS, settingTexts } from './setting-texts.ts';
import { SeasonsSection } from './seasons/seasons-section.tsx';
import { StaffSection } from './staff-section.tsx';
import { StreetsSection } from './streets-section.tsx';
import { TextsSection } from './texts-section.tsx';
import { TopicsSection } from './topics-section.tsx';
import { UnitsSection } from './units-section.tsx';
import { WeekSection } from './week-section.tsx';
import styles from './settings.module.css';

const BODIES = {
  topics: TopicsSection,
  groups: GroupsSection,
  directorates: DirectoratesSection,
  units: UnitsSection,
  texts: TextsSection,
  portalTexts: PortalTextsSection,
  holidays: HolidaysSection,
  week: WeekSection,
  periods: PeriodsSection,
  municipality: MunicipalitySection,
  staff: StaffSection,
  roles: RolesSection,
  routing: RoutingSection,
  neighbourhoods: NeighbourhoodsSection,
  streets: StreetsSection,
  areas: AreasSection,
  ladders: LaddersSection,
  seasons: SeasonsSection,
};

export function SettingsScreen() {
  const say = useTexts(settingTexts);
  const { section: named, item } = useParams({ strict: false }) as { section?: string; item?: string };
  const me = useMe();
  const open = SECTIONS.filter((each) => SECTION_RIGHTS[each].some((right) => reach(me, right) !== 'none'));
  const section = open.find((each) => SECTION_PATHS[each] === named);
  if (section === undefined)
    return <Navigate to={`/yonetim/${SECTION_PATHS[open[0] ?? 'topics']}` as string} replace />;
  const Body = BODIES[section];
  // An open document is what the page is about then; a page has one first heading.
  const Title = item === undefined || section === 'holidays' ? 'h1' : 'p';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Title className={styles.title}>{say('title')}</Title>
        <SectionNav open={open} section={section} />
      </header>
      <Body item={item} />
    </div>
  );
}
