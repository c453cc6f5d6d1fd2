import { Link, useNavigate } from '@tanstack/react-router';
import { useCommands } from '../../kit/commands.ts';
import { useTexts } from '../../kit/texts.ts';
import type { Section, SectionGroup } from './setting-texts.ts';
import { SECTION_GROUPS, SECTION_PATHS, settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

interface Props {
  /** Those this person may open, in their order. */
  open: readonly Section[];
  section: Section;
}

const pathOf = (section: Section): string => `/yonetim/${SECTION_PATHS[section]}`;

/** Above what the sections are about, below those of the part one is in. The palette leads to each at once. */
export function SectionNav({ open, section }: Props) {
  const say = useTexts(settingTexts);
  const navigate = useNavigate();
  useCommands(
    open.map((each) => ({
      id: `settings-${each}`,
      title: say('go.to', { section: say(each) }),
      act: () => void navigate({ to: pathOf(each) }),
    })),
  );
  const groups = (Object.keys(SECTION_GROUPS) as SectionGroup[]).map((name) => ({
    name,
    sections: open.filter((each) => SECTION_GROUPS[name].some((own) => own === each)),
  }));
  const shown = groups.filter(({ sections }) => sections.length > 0);
  const current = shown.find(({ sections }) => sections.includes(section));
  return (
    <nav aria-label={say('title')} className={styles.nav}>
      {shown.length > 1 && (
        <span className={styles.sections}>
          {shown.map((group) => (
            <Link key={group.name} to={pathOf(group.sections[0]!)} {...marks(group === current, true)}>
              {say(`group.${group.name}`)}
            </Link>
          ))}
        </span>
      )}
      <span className={styles.subsections}>
        {current?.sections.map((each) => (
          <Link key={each} to={pathOf(each)} {...marks(each === section, 'page')}>
            {say(each)}
          </Link>
        ))}
      </span>
    </nav>
  );
}

const marks = (isOpen: boolean, as: 'page' | true) => ({
  'aria-current': isOpen ? as : undefined,
  'data-open': isOpen || undefined,
});
