// A call that a customer asked for, where what they need may not be said on a public page.

export interface CallBack {
  id: string
  threadId: string
  pageId: string
  /** Empty once the call is made: what is not needed any more is not kept. */
  name: string
  phone: string
  /** The time they chose, ms; null for as soon as possible. */
  when: { from: number; until: number } | null
  askedAt: number
  doneAt: number | null
  doneBy: string | null
}

/** The signed addresses of the call-back form: nobody can make one for another thread. */
export interface CallBackLinks {
  linkTo(threadId: string): string
}
