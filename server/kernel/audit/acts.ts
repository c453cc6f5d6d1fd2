/**
 * All acts the audit knows, and what they are done to: closed lists, so that nothing is written down that no screen has words for. What
 * was done is said of a person in the past tense, as it stands beside their name.
 */

/** `read`: personal data was seen. `change`: something was changed. `access`: who comes in. `chain`: the audit itself. */
export type AuditSort = 'read' | 'change' | 'access' | 'chain';

interface ActWords {
  sort: AuditSort;
  tr: string;
  en: string;
}

const read = (tr: string, en: string): ActWords => ({ sort: 'read', tr, en });
const change = (tr: string, en: string): ActWords => ({ sort: 'change', tr, en });
const access = (tr: string, en: string): ActWords => ({ sort: 'access', tr, en });
const chain = (tr: string, en: string): ActWords => ({ sort: 'chain', tr, en });

export const AUDIT_ACTS = {
  'request-opened': read('başvuruyu açtı', 'opened a request'),
  'photos-opened': read('fotoğraflara baktı', 'looked at photos'),
  'personal-data-revealed': read('kişisel veriyi açık gördü', 'saw personal data in the clear'),
  'caller-looked-up': read('arayan numarayı sorguladı', 'looked a caller up'),
  'people-searched': read('kişiye göre aradı', 'searched by person'),
  'list-export-asked': read('liste dışa aktarmak istedi', 'asked for a list as a file'),
  'list-exported': read('listeyi dışa aktardı', 'exported a list'),
  'list-export-fetched': read('dışa aktarılan listeyi indirdi', 'fetched an exported list'),
  'personal-data-exported': read('kişisel veriyi açık dışa aktardı', 'exported personal data in the clear'),
  'audit-searched': read('denetim kayıtlarında aradı', 'searched the audit'),
  'audit-exported': read('denetim kayıtlarını dışa aktardı', 'exported the audit'),
  'signed-in': access('oturum açtı', 'signed in'),
  'signed-out': access('oturumu kapattı', 'signed out'),
  'sign-in-failed': access('giriş denendi, olmadı', 'sign-in failed'),
  'password-changed': access('parolasını değiştirdi', 'changed their password'),
  'password-set': access('birine yeni parola verdi', "set somebody's password"),
  'staff-member-created': access('çalışan ekledi', 'added a staff member'),
  'staff-member-changed': access('çalışan kaydını değiştirdi', 'changed a staff member'),
  'work-handed-over': change('birinin işlerini devretti', "handed somebody's work over"),
  'absence-recorded': access('izin ve vekil kaydetti', 'recorded an absence'),
  'absence-ended': access('izin kaydını iptal etti', 'cancelled an absence'),
  'role-changed': access('görevi değiştirdi', 'changed a role'),
  'unit-changed': change('birimi değiştirdi', 'changed a unit'),
  'season-changed': change('mevsim düzenini değiştirdi', 'changed a season'),
  'season-switched': change('mevsim düzenini açtı ya da kapattı', 'switched a season'),
  'directorate-changed': change('müdürlüğü değiştirdi', 'changed a directorate'),
  'topic-changed': change('konuyu değiştirdi', 'changed a topic'),
  'topic-group-changed': change('konu grubunu değiştirdi', 'changed a topic group'),
  'portal-text-changed': change('portal metnini değiştirdi', 'changed a text of the portal'),
  'standard-text-changed': change('standart yanıt metnini değiştirdi', 'changed a standard text'),
  'text-changed': change('ileti metnini değiştirdi', 'changed a text'),
  'holiday-changed': change('tatili değiştirdi', 'changed a holiday'),
  'holiday-removed': change('tatili kaldırdı', 'removed a holiday'),
  'working-week-changed': change('çalışma saatlerini değiştirdi', 'changed the working week'),
  'partner-periods-changed': change('kurum sürelerini değiştirdi', 'changed the partner periods'),
  'municipality-changed': change('belediye profilini değiştirdi', 'changed the profile'),
  'neighbourhood-changed': change('mahalleyi değiştirdi', 'changed a neighbourhood'),
  'street-changed': change('sokağı değiştirdi', 'changed a street'),
  'streets-imported': change('sokakları dosyadan aldı', 'imported streets'),
  'area-changed': change('bölgeyi değiştirdi', 'changed an area'),
  'work-plan-changed': change('iş planını değiştirdi', 'changed a work plan'),
  'known-problem-changed': change('bilinen sorunu yazdı', 'wrote a known problem'),
  'known-problem-ended': change('bilinen sorunu sona erdirdi', 'ended a known problem'),
  'known-problem-resumed': change('bilinen sorunu yeniden duyurdu', 'offered a known problem again'),
  'routing-rules-changed': change('yönlendirme kurallarını değiştirdi', 'changed the rules of routing'),
  'remedy-recorded': change('bir itirazı ya da davayı kaydetti', 'recorded an objection or action'),
  'remedy-decided': change(
    'bir itirazın ya da davanın kararını kaydetti',
    'recorded what was decided on an objection or action',
  ),
  'finding-dismissed': change('bir bulguyu listeden çıkardı', 'took a finding off the list'),
  'ladder-changed': change('yükseltme merdivenini değiştirdi', 'changed a ladder'),
  'oversight-changed': change('gözetim ayarlarını değiştirdi', 'changed the settings of oversight'),
  'people-merged': change('iki kişi kaydını birleştirdi', 'merged two records of a person'),
  'people-separated': change('birleştirilen kişi kayıtlarını ayırdı', 'separated merged records of a person'),
  'message-resent': change('iletiyi yeniden gönderdi', 'sent a message again'),
  'chain-anchored': chain('zinciri çapaladı', 'anchored the chain'),
  'chain-verified': chain('zinciri doğruladı', 'verified the chain'),
  'chain-continued-after-restore': chain('yedekten sonra zinciri sürdürdü', 'continued the chain after a restore'),
  'words-forgotten': chain('bir kaydın gerekçesini unutturdu', "had an entry's words forgotten"),
} as const satisfies Record<string, ActWords>;
export type AuditAct = keyof typeof AUDIT_ACTS;

export const AUDIT_SUBJECTS = {
  request: { tr: 'Başvuru', en: 'Request' },
  citizen: { tr: 'Vatandaş', en: 'Citizen' },
  phone: { tr: 'Telefon', en: 'Phone' },
  export: { tr: 'Dışa aktarılan liste', en: 'Exported list' },
  message: { tr: 'İleti', en: 'Message' },
  'staff-member': { tr: 'Çalışan', en: 'Staff member' },
  role: { tr: 'Görev', en: 'Role' },
  unit: { tr: 'Birim', en: 'Unit' },
  directorate: { tr: 'Müdürlük', en: 'Directorate' },
  topic: { tr: 'Konu', en: 'Topic' },
  'topic-group': { tr: 'Konu grubu', en: 'Topic group' },
  season: { tr: 'Mevsim düzeni', en: 'Season' },
  text: { tr: 'İleti metni', en: 'Text' },
  'portal-text': { tr: 'Portal metni', en: 'Text of the portal' },
  holiday: { tr: 'Tatil', en: 'Holiday' },
  'standard-text': { tr: 'Standart yanıt', en: 'Standard text' },
  'working-week': { tr: 'Çalışma saatleri', en: 'Working week' },
  'partner-periods': { tr: 'Kurum süreleri', en: 'Partner periods' },
  municipality: { tr: 'Belediye', en: 'Municipality' },
  neighbourhood: { tr: 'Mahalle', en: 'Neighbourhood' },
  street: { tr: 'Sokak', en: 'Street' },
  area: { tr: 'Bölge', en: 'Area' },
  'work-plan': { tr: 'İş planı', en: 'Work plan' },
  incident: { tr: 'Olay', en: 'Incident' },
  'routing-rules': { tr: 'Yönlendirme kuralları', en: 'Rules of routing' },
  ladder: { tr: 'Yükseltme merdiveni', en: 'Ladder' },
  oversight: { tr: 'Gözetim ayarları', en: 'Settings of oversight' },
  audit: { tr: 'Denetim', en: 'Audit' },
  'audit-chain': { tr: 'Denetim zinciri', en: 'Chain of the audit' },
  'audit-entry': { tr: 'Denetim kaydı', en: 'Audit entry' },
} as const satisfies Record<string, { tr: string; en: string }>;
export type AuditSubject = keyof typeof AUDIT_SUBJECTS;
