/** Finding: the work list, the search box, and what they are drawn from. */
export { searchReactions } from './reactions.ts';
export { keepEntries } from './keep-entry.ts';
export type { OpenList } from './list.ts';
export { countList } from './counts.ts';
export { countSearch } from './search-limit.ts';
export { listPage, openList } from './list.ts';
export { mapOf } from './map.ts';
export { search } from './search.ts';
export { askForRebuild, rebuildIfOutdated, rebuildWork } from './rebuild.ts';
export { askForExport, exportWork } from './export/export-work.ts';
export { forgetExportsBefore } from './export/files.ts';
