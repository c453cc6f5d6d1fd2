/**
 * Every screen of the desk, one entry each. To add one: write `screens/<name>/<name>.tsx` with a named component and add its entry
 * here; the route, the rail, the palette and the key map follow from it.
 */
import { reach } from './kit/session.ts';
import type { Screen } from './screen.ts';
import { useWaitingCount } from './screens/approvals/approvals-data.ts';

export const screens: readonly Screen[] = [
  {
    // One route with and without an open request: the list keeps its place when one opens.
    path: '/isler/{-$id}',
    load: () => import('./screens/work/work-screen.tsx').then((module) => module.WorkScreen),
    title: { tr: 'İşler', en: 'Work' },
    // An administrator runs the system and reads no case.
    for: (me) => reach(me, 'request-list') !== 'none' || reach(me, 'request-read') !== 'none',
    rail: { icon: 'work', label: { tr: 'İşler', en: 'Work' } },
    palette: { words: 'is listesi basvurular work list requests', keys: 'G B' },
  },
  {
    // The map is a view of the list: this is only the way to it from elsewhere.
    path: '/harita',
    load: () => import('./screens/work/map-way.tsx').then((module) => module.MapWay),
    title: { tr: 'Harita', en: 'Map' },
    for: (me) => reach(me, 'request-list') !== 'none',
    palette: { words: 'harita mahalle yogunluk map heat neighbourhoods', keys: 'G H' },
  },
  {
    path: '/onaylar',
    load: () => import('./screens/approvals/approvals-screen.tsx').then((module) => module.ApprovalsScreen),
    title: { tr: 'Onayımdakiler', en: 'My approvals' },
    for: (me) => reach(me, 'answer-approve') !== 'none',
    rail: { icon: 'approvals', label: { tr: 'Onay', en: 'Approve' }, useCount: useWaitingCount },
    palette: { words: 'onay bekleyen taslak yanit imza approve drafts', keys: 'G O' },
  },
  {
    path: '/yonlendirme',
    load: () => import('./screens/triage/triage-screen.tsx').then((module) => module.TriageScreen),
    title: { tr: 'Yönlendirme bekleyenler', en: 'Waiting to be routed' },
    for: (me) => reach(me, 'assign') !== 'none' && reach(me, 'request-list') !== 'none',
    palette: {
      words: 'kime verilecek triyaj geri gonderilen sahipsiz mudurluk triage route unassigned returned',
      keys: 'G T',
    },
  },
  {
    path: '/gidisat',
    load: () => import('./screens/watch/watch-screen.tsx').then((module) => module.WatchScreen),
    title: { tr: 'Gidişat', en: 'How it goes' },
    for: (me) => reach(me, 'workload-read') !== 'none',
    palette: { words: 'takilan is yuku kimin elinde komsu stuck workload load neighbours', keys: 'G S' },
  },
  {
    path: '/bilinen-sorunlar/{-$item}',
    load: () =>
      import('./screens/known-problems/known-problems-screen.tsx').then((module) => module.KnownProblemsScreen),
    title: { tr: 'Bilinen sorunlar', en: 'Known problems' },
    for: (me) => reach(me, 'incident-announce') !== 'none',
    palette: { words: 'olay firtina su borusu ariza duyuru kesinti storm outage incident known', keys: 'G P' },
  },
  {
    path: '/planli-isler',
    load: () => import('./screens/planned/planned-screen.tsx').then((module) => module.PlannedScreen),
    title: { tr: 'Planlı işler', en: 'Planned work' },
    for: (me) => reach(me, 'planned-work-read') !== 'none',
    palette: { words: 'budama ilaclama temizlik yinelenen takvim geciken planned recurring jobs', keys: 'G L' },
  },
  {
    path: '/is-planlari/{-$item}',
    load: () => import('./screens/planned/plans-screen.tsx').then((module) => module.PlansScreen),
    title: { tr: 'İş planları', en: 'Work plans' },
    for: (me) => reach(me, 'planned-work-plan') !== 'none',
    palette: { words: 'is plani ekle ritim her hafta mevsim work plan rhythm' },
  },
  {
    path: '/devir/{-$id}',
    load: () => import('./screens/hand-over/hand-over-screen.tsx').then((module) => module.HandOverScreen),
    title: { tr: 'İş devri', en: 'Hand-over' },
    for: (me) => reach(me, 'hand-over') !== 'none',
    palette: { words: 'devret ayrilan emekli tasin vekalet hand over leaver retired' },
  },
  {
    path: '/geri-arama',
    load: () => import('./screens/call-backs/call-backs-screen.tsx').then((module) => module.CallBacksScreen),
    title: { tr: 'Geri arama', en: 'Call-backs' },
    for: (me) => reach(me, 'quality-check') !== 'none',
    palette: { words: 'ornek denetim dogru mu telefon memnuniyet sample quality call back', keys: 'G E' },
  },
  {
    path: '/cagri',
    load: () => import('./screens/intake/intake-screen.tsx').then((module) => module.CallScreen),
    title: { tr: 'Çağrı', en: 'Call' },
    for: (me) => reach(me, 'call-record') !== 'none',
    rail: { icon: 'phone', label: { tr: 'Çağrı', en: 'Call' } },
    palette: { words: 'telefon cagri yanitla phone answer', keys: 'G C' },
  },
  {
    path: '/yeni',
    load: () => import('./screens/intake/intake-screen.tsx').then((module) => module.DeskIntakeScreen),
    title: { tr: 'Yeni başvuru', en: 'New request' },
    for: (me) => reach(me, 'request-record') !== 'none',
    palette: { words: 'masa kayit olustur new request counter desk', keys: 'O' },
  },
  {
    path: '/rakamlar',
    load: () => import('./screens/figures/figures-screen.tsx').then((module) => module.FiguresScreen),
    title: { tr: 'Rakamlar', en: 'Figures' },
    for: (me) => reach(me, 'figures-read') !== 'none',
    rail: { icon: 'figures', label: { tr: 'Rakamlar', en: 'Figures' } },
    palette: { words: 'rapor tablo istatistik mahalle kanal report tables', keys: 'G R' },
  },
  {
    path: '/iletiler',
    load: () => import('./screens/messages/messages-screen.tsx').then((module) => module.MessagesScreen),
    title: { tr: 'İletiler', en: 'Messages' },
    for: (me) => reach(me, 'message-resend') !== 'none',
    rail: { icon: 'messages', label: { tr: 'İletiler', en: 'Messages' } },
    palette: { words: 'sms eposta gonderilemeyen olu mektup outbox dead letters', keys: 'G M' },
  },
  {
    path: '/standart-yanitlar/{-$item}',
    load: () =>
      import('./screens/standard-texts/standard-texts-screen.tsx').then((module) => module.StandardTextsScreen),
    title: { tr: 'Standart yanıtlar', en: 'Standard texts' },
    for: (me) => reach(me, 'standard-text-change') !== 'none',
    palette: { words: 'hazir yanit metin sablon standart standard texts templates' },
  },
  {
    path: '/yonetim/{-$section}/{-$item}',
    load: () => import('./screens/settings/settings-screen.tsx').then((module) => module.SettingsScreen),
    title: { tr: 'Yönetim', en: 'Administration' },
    for: (me) =>
      (['settings-change', 'staff-change', 'routing-change'] as const).some((right) => reach(me, right) !== 'none'),
    rail: { icon: 'administration', label: { tr: 'Yönetim', en: 'Administration' } },
    palette: {
      words:
        'konular mudurlukler birimler metinler tatiller belediye calisanlar gorevler yetkiler topics directorates units texts holidays staff roles rights colour renk yonlendirme kural mahalle sokak bolge routing rules yukseltme merdiven basamak escalation ladder mevsim kar modu budama season snow',
      keys: 'G A',
    },
  },
  {
    path: '/denetim',
    load: () => import('./screens/audit/audit-screen.tsx').then((module) => module.AuditScreen),
    title: { tr: 'Denetim', en: 'Audit' },
    for: (me) => reach(me, 'audit-read') !== 'none',
    rail: { icon: 'audit', label: { tr: 'Denetim', en: 'Audit' } },
    palette: { words: 'kim bakti kayit log zincir kvkk audit who looked chain', keys: 'G D' },
  },
  {
    path: '/bildirimler',
    load: () => import('./screens/notices/notices-screen.tsx').then((module) => module.NoticesScreen),
    title: { tr: 'Bildirimler', en: 'Notices' },
    palette: { words: 'zil okunmamis ertele sabah e-postasi bell unread snooze digest', keys: 'G Z' },
  },
  {
    path: '/izinler',
    load: () => import('./screens/absences/absences-screen.tsx').then((module) => module.AbsencesScreen),
    title: { tr: 'İzin ve vekâlet', en: 'Absence and standing in' },
    palette: { words: 'izin vekalet yerine bakan tatil rapor absence leave delegate stand in', keys: 'G V' },
  },
  {
    path: '/profil',
    load: () => import('./screens/profile/profile-screen.tsx').then((module) => module.ProfileScreen),
    title: { tr: 'Profilim', en: 'My profile' },
    palette: { words: 'ayarlar parola tema dil yogunluk settings password theme language' },
  },
  {
    path: '/kisayollar',
    load: () => import('./screens/keyboard/keyboard-screen.tsx').then((module) => module.KeyboardScreen),
    title: { tr: 'Klavye kısayolları', en: 'Keyboard shortcuts' },
    palette: { words: 'tus yardim help keys', keys: '?' },
  },
];
