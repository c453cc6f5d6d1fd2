/**
 * The floors of the house, and whose each table is: the facts that check-structure.ts holds the code against.
 * A new module or table is entered here first; the check names whatever is missing.
 */

/** Modules import only from floors below their own. `kernel` lies under them all. */
export const floors: readonly (readonly string[])[] = [
  // Everything that staff may change asks who they are and what they may.
  ['staff'],
  ['catalogue', 'places', 'citizens', 'calendar'],
  ['requests'],
  // What all others find cases with.
  ['search'],
  ['intake', 'routing', 'deadlines'],
  // What happens at a lead, its new day too, happens to those who follow it.
  ['incidents'],
  // A letter says what may be done against its answer until when.
  ['answers'],
  [
    'conversations',
    'calls',
    'planned-work',
    'reception',
    'field-visits',
    'employment',
    'council',
    'programmes',
    'revenue',
  ],
  ['correspondence', 'exchange'],
  ['reporting', 'retention', 'accountability', 'oversight'],
];

/** Files of a module that those above it may import; the program itself (server/*.ts) also puts the other three together. */
export const publicFile = 'door.ts';
export const filesForTheProgram: readonly string[] = ['door.ts', 'routes.ts', 'reactions.ts', 'jobs.ts', 'works.ts'];

/** Which top-level parts a part may import from, besides itself. The apps run in browsers, so the server is closed to them. */
export const partsBelow: Record<string, readonly string[]> = {
  text: [],
  contract: ['text'],
  ui: ['text', 'contract'],
  server: ['text', 'contract', 'ui'],
  apps: ['text', 'contract', 'ui'],
};

/** Only store files of the owner name a table in SQL. */
export const tablesOf: Record<string, readonly string[]> = {
  kernel: [
    'facts',
    'audit_entries',
    'audit_words',
    'audit_unsealed',
    'audit_seals',
    'recent_looks',
    'revisions',
    'attempt_counts',
    'stored_files',
    'schema_migrations',
    'long_works',
    'long_work_items',
  ],
  places: ['neighbourhoods', 'streets', 'areas', 'area_neighbourhoods'],
  staff: ['directorates', 'units', 'roles', 'staff_members', 'staff_absences', 'staff_sessions', 'saved_views'],
  calendar: ['official_holidays', 'working_week'],
  citizens: ['citizens', 'citizen_identities', 'people_merges'],
  catalogue: [
    'municipality',
    'topic_groups',
    'portal_texts',
    'topics',
    'seasons',
    'topic_lessons',
    'topic_trainings',
    'topic_learning',
  ],
  requests: [
    'service_requests',
    'assignments',
    'request_history',
    'request_answers',
    'request_notes',
    'citizen_questions',
    'request_photos',
    'request_satisfaction',
    'held_acts',
  ],
  search: ['search_entries', 'search_words'],
  incidents: ['incidents', 'incident_members', 'announcements', 'request_links', 'known_problems'],
  intake: ['request_drafts', 'draft_photos'],
  routing: ['routing_rules', 'routing_faults'],
  deadlines: ['clocks', 'clock_stops', 'foi_extensions', 'foi_fees', 'remedies_taken', 'partner_days'],
  answers: [
    'answer_drafts',
    'answer_draft_versions',
    'answer_draft_steps',
    'answer_letters',
    'standard_texts',
    'call_backs',
    'call_back_draws',
  ],
  calls: ['calls', 'call_requests', 'call_form_links'],
  'planned-work': ['work_plans', 'planned_jobs', 'planned_job_steps'],
  correspondence: ['texts', 'messages', 'delivery_attempts', 'provider_circuits'],
  // Views: reporting reads what others keep, but only the columns its own migration names.
  reporting: [
    'report_requests',
    'report_assignments',
    'report_calls',
    'report_conclusions',
    'report_reopenings',
    'report_promises',
    'report_information_requests',
    'report_information_steps',
    'report_information_grounds',
    'report_information_fees',
    'report_remedies',
  ],
  // Those that are watched are views: only of the columns their migrations name.
  oversight: [
    'watched_clocks',
    'watched_decisions',
    'watched_parts',
    'watched_steps',
    'watched_cases',
    'watched_leavers',
    'watched_places',
    'findings',
    'escalation_ladders',
    'oversight_settings',
    'escalation_watch',
    'escalations',
    'staff_notices',
    'staff_notice_choices',
    'staff_digests',
    'hand_overs',
    'hand_over_things',
  ],
  // What stands on top of the modules: the replay's bookmark.
  server: ['replay_days'],
};

/** Names that say nothing about what is inside, so that everything ends up there. */
export const emptyNames = /^(index|utils?|helpers?|common|types|constants)\.|manager|service(?!-(standard|request))/;
