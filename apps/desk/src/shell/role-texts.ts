import { defineTexts } from '../kit/texts.ts';

/** What people are called here, by role. */
export const roleTexts = defineTexts(
  {
    agent: 'Çağrı ve masa görevlisi',
    clerk: 'Müdürlük görevlisi',
    manager: 'Müdür',
    supervisor: 'Çözüm Merkezi sorumlusu',
    administrator: 'Sistem yöneticisi',
    viewer: 'İzleyici',
  },
  {
    agent: 'Call and desk agent',
    clerk: 'Directorate clerk',
    manager: 'Directorate manager',
    supervisor: 'Solution centre supervisor',
    administrator: 'Administrator',
    viewer: 'Viewer',
  },
);
