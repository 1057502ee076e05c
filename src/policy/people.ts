// The people of a thread, as the policy knows them.

/** In a thread: who asked, who else answers, and the brand (through this house or by a human on the platform). */
export type ThreadRole = 'asker' | 'member' | 'brand'

export interface Author {
  /** Stable on the channel. */
  id: string
  name: string
  role: ThreadRole
  /** Followers where the channel tells. Shown to moderators; never sorts and never shortens a clock. */
  influence: number | null
}

/** What a signed-in person may do; each role holds those before it. */
export type PersonRole = 'customer' | 'member' | 'moderator' | 'admin'
