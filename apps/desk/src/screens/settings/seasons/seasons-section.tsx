/** Seasons: switched by whoever may switch them, written by whoever may change settings. What it changes is read before it is switched. */
import { useNavigate } from '@tanstack/react-router';
import type { SeasonShown } from '../../../../../../contract/seasons.ts';
import { reach, useMe } from '../../../kit/session.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { useSeasons } from '../../../seasons/seasons-on.ts';
import { NEW, SectionFrame } from '../section-frame.tsx';
import { SECTION_PATHS } from '../setting-texts.ts';
import { RevisionList } from '../revision-list.tsx';
import styles from '../settings.module.css';
import { SeasonFields } from './season-fields.tsx';
import { SeasonMessagesPreview } from './season-messages.tsx';
import { SeasonPreview } from './season-preview.tsx';
import { seasonTexts } from './season-texts.ts';
import { SwitchForm } from './switch-form.tsx';

export function SeasonsSection({ item }: { item: string | undefined }) {
  const say = useTexts(seasonTexts);
  const { language } = useSettings();
  const navigate = useNavigate();
  const mayChange = reach(useMe(), 'settings-change') !== 'none';
  const asked = useSeasons();
  const goTo = (code: string) => void navigate({ to: `/yonetim/${SECTION_PATHS.seasons}/${code}` });
  const open = item === NEW && mayChange ? newSeason : asked.data?.find(({ code }) => code === item);
  return (
    <SectionFrame
      section="seasons"
      items={asked.data?.map(({ code, name, on, active }) => ({
        ...{ id: code, label: name[language], inactive: !active },
        more: say(on ? 'now.on' : 'now.off'),
      }))}
      openId={item}
      error={asked.error}
      {...(mayChange && { onNew: () => goTo(NEW) })}
    >
      {open && <SeasonDocument key={item} saved={open} mayChange={mayChange} onSaved={goTo} />}
    </SectionFrame>
  );
}

const empty = { tr: '', en: '' };
const newSeason: SeasonShown = {
  ...{ code: '', name: empty, notice: empty, from: null, to: null, position: 1, topics: [], active: true, version: 0 },
  ...{ switched: 'off', on: false, changes: [], recorded: { sms: empty, email: empty } },
};

interface Props {
  saved: SeasonShown;
  mayChange: boolean;
  onSaved: (code: string) => void;
}

function SeasonDocument({ saved, mayChange, onSaved }: Props) {
  const say = useTexts(seasonTexts);
  const { language } = useSettings();
  const maySwitch = reach(useMe(), 'season-switch') !== 'none';
  const { code, name, version, active, changes } = saved;
  return (
    <div className={styles.document}>
      <h1>{version === 0 ? say('new') : name[language]}</h1>
      {version > 0 && (
        <>
          {active && maySwitch && <SwitchForm key={version} season={saved} />}
          <SeasonPreview changes={changes} />
          {!mayChange && <SeasonMessagesPreview season={saved} />}
        </>
      )}
      {mayChange && <SeasonFields key={version} saved={saved} onSaved={onSaved} />}
      <RevisionList path={`/api/v1/seasons/${code}/revisions`} version={version} />
    </div>
  );
}
