/** The sentences of the portal that the municipality words itself: both languages beside each other, and the shipped words a key away. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fillPortalText, PORTAL_FIELDS, PORTAL_PAGES } from '../../../../../contract/portal-texts.ts';
import type { Profile } from '../../../../../contract/catalogue.ts';
import type { PortalText } from '../../../../../contract/portal-texts.ts';
import { readPlainPage } from '../../../../../text/plain-page.ts';
import { api } from '../../kit/api.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import type { Both } from './both-languages.tsx';
import { BothLanguages } from './both-languages.tsx';
import { portalTextNames } from './portal-text-words.ts';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { SectionFrame } from './section-frame.tsx';
import { settingTexts } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    text: 'Metin',
    own: 'belediyenin metni',
    'rule.line': 'Tek cümlelik yerdir; iki dilde de yazılır.',
    'rule.page':
      'İlk satır sayfanın özetidir. “# ” ile başlayan satır başlık, öteki her satır bir paragraftır. Belediyenin bilgileri alanla yazılır, alana ek takılmaz:',
    'rule.notice': 'Başvuran hangi sürümü gördüyse başvurusu onu saklar.',
    ready: 'Hazır metne dön',
  },
  {
    text: 'Text',
    own: "the municipality's own",
    'rule.line': 'There is room for one sentence; it is written in both languages.',
    'rule.page':
      'The first line says what the page is about. A line that begins with “# ” is a heading, every other a paragraph. What the profile knows is written as a field, without a suffix:',
    'rule.notice': 'A request keeps the version its citizen was shown.',
    ready: 'Back to the ready-made text',
  },
);

export function PortalTextsSection({ item }: { item: string | undefined }) {
  const say = useTexts(texts);
  const nameOf = useTexts(portalTextNames);
  const asked = useQuery({
    queryKey: ['portal-texts'],
    queryFn: ({ signal }) => api.get<PortalText[]>('/api/v1/portal-texts', {}, signal),
  });
  const open = asked.data?.find(({ key }) => key === item);
  return (
    <SectionFrame
      section="portalTexts"
      items={asked.data?.map((each) => ({
        id: each.key,
        label: nameOf(each.key),
        more: isReady(each) ? undefined : say('own'),
      }))}
      openId={item}
      error={asked.error}
    >
      {open && <PortalTextDocument key={item} saved={open} />}
    </SectionFrame>
  );
}

function isReady({ text, ready }: Pick<PortalText, 'text' | 'ready'>): boolean {
  return text.tr === ready.tr && text.en === ready.en;
}

function isPage({ key }: PortalText): boolean {
  return (PORTAL_PAGES as readonly string[]).includes(key);
}

function PortalTextDocument({ saved }: { saved: PortalText }) {
  const say = useTexts(texts);
  const nameOf = useTexts(portalTextNames);
  const { value, write, undo } = useEdit(saved);
  const path = `/api/v1/portal-texts/${saved.key}`;
  const { text, version } = value;
  const save = usePublish((reason) => api.put<PortalText>(path, { text, version, reason }), {
    keys: ['portal-texts'],
    onSaved: undo,
  });
  const page = isPage(saved);
  const inWords = page ? inParts : (body: unknown) => ({ text: body });
  return (
    <div className={styles.document}>
      <header>
        <h1>{nameOf(saved.key)}</h1>
        <p className="hs-meta">
          {page ? `${say('rule.page')} ${PORTAL_FIELDS.map((field) => `{{${field}}}`).join(', ')}.` : say('rule.line')}
          {saved.key === 'privacy-notice' && ` ${say('rule.notice')}`}
        </p>
      </header>
      <BothLanguages
        label={say('text')}
        long={page || saved.longest > 200}
        maxLength={saved.longest}
        value={text}
        onWrite={(typed) => write({ text: typed })}
      />
      {!isReady(value) && <BackToReady onBack={() => write({ text: saved.ready })} />}
      {page && <PagePreview text={text} />}
      <Publish before={inWords(saved.text)} after={inWords(text)} save={save} onUndo={undo} />
      <RevisionList path={`${path}/revisions`} version={saved.version} inWords={inWords} />
    </div>
  );
}

/** Nothing is lost by it: it is one more change, with its reason, and what stood here before stays a version. */
function BackToReady({ onBack }: { onBack: () => void }) {
  const say = useTexts(texts);
  useShortcut('Ctrl+B', say('ready'), onBack, { whileTyping: true });
  return (
    <div>
      <Button onClick={onBack}>
        {say('ready')} <kbd className="hs-key">Ctrl+B</kbd>
      </Button>
    </div>
  );
}

function PagePreview({ text }: { text: Both }) {
  const sayAny = useTexts(settingTexts);
  const { data: profile } = useQuery({
    queryKey: ['municipality'],
    queryFn: ({ signal }) => api.get<Profile>('/api/v1/municipality', {}, signal),
  });
  return (
    <section>
      <h2>{sayAny('preview')}</h2>
      <div className={styles.both}>
        {(['tr', 'en'] as const).map((language) => {
          const { lead, parts } = readPlainPage(
            profile ? fillPortalText(text[language], profile, language) : text[language],
          );
          return (
            <div key={language} className={styles.preview} lang={language}>
              <p>
                <strong>{lead || '–'}</strong>
              </p>
              {parts.map(({ heading, paragraphs }, at) => (
                <div key={at}>
                  <h3>{heading}</h3>
                  {paragraphs.map((paragraph, place) => (
                    <p key={place}>{paragraph}</p>
                  ))}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** A page compared heading by heading, so that one changed paragraph is not lost in the whole. */
function inParts(body: unknown): unknown {
  const { tr, en } = body as Both;
  return { text: { tr: headed(tr), en: headed(en) } };
}

function headed(body: string): Record<string, string> {
  const { lead, parts } = readPlainPage(body);
  return { lead, ...Object.fromEntries(parts.map(({ heading, paragraphs }) => [heading, paragraphs.join('\n')])) };
}
