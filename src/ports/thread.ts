// The policy's things as the rooms around it see them: shown and asked about, never changed there.
export type { Act, Mark, PageSettings, PersonRole, Post, Thread, ThreadState } from '../policy/index.ts'
