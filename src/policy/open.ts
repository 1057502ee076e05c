// How a thread and a page's settings begin.
import type { PageSettings } from './settings.ts'
import type { Autonomy, SuggestionKind } from './suggestion.ts'
import type { Thread } from './thread.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A thread of which nothing is known yet; rootless until its question arrives. */
export function openThread(
  identity: { id: string; channel: string; pageId: string; externalId: string },
  now: number,
): Thread {
  return {
    ...identity,
    version: 0,
    state: 'rootless',
    lang: 'other',
    openedAt: now,
    posts: [],
    known: [],
    revisions: 0,
    changes: [],
    ahead: [],
    signs: [],
    counts: { suggestions: 0, outbox: 0 },
    alerted: [],
    judgement: null,
    judgeWanted: false,
    pickedEntryId: false,
    suggestion: null,
    rejected: [],
    acts: [],
    stopping: [],
    marks: [],
    solvedBy: null,
    solvedAt: null,
    crisis: null,
    calmedVersion: null,
    takenChargeAt: null,
    answeredAt: null,
    settledAt: null,
    handOver: null,
    wakeAt: null,
    why: { rule: 'rootless', sentence: 'The question has not arrived yet.', at: now },
  }
}

const manual: Autonomy = { mode: 'manual' }

/** The safe settings: everything waits for a moderator but the acknowledgement. */
const safeAutonomy: Readonly<Record<SuggestionKind, Autonomy>> = {
  acknowledge: { mode: 'automatic', precision: 0.5 },
  validate: manual,
  complete: manual,
  correct: manual,
  answer: manual,
  handOver: manual,
  warn: manual,
  escalate: manual,
  thank: manual,
}

const officeDay = [{ from: '09:00', until: '18:00' }]

export function defaultSettings(identity: {
  pageId: string
  channel: string
  brand: string
  name: string
}): PageSettings {
  return {
    ...identity,
    version: 1,
    lang: 'fr',
    register: 'vous',
    zone: 'Europe/Paris',
    country: 'FR',
    region: null,
    hours: [officeDay, officeDay, officeDay, officeDay, officeDay, [], []],
    holidays: [],
    closures: [],
    window: { ms: 30 * minuteMs, clock: 'wall' },
    windowByTopic: {},
    takeChargeMs: 10 * minuteMs,
    acknowledgeShare: 0.5,
    answerMs: 4 * hourMs,
    settleAfterMs: 7 * 24 * hourMs,
    nearShare: 0.75,
    thankPraise: false,
    signature: null,
    linkInReply: true,
    maxLength: 2_000,
    privateMeans: 'message',
    privateWithinMs: null,
    canHide: true,
    autonomy: safeAutonomy,
    calmedAt: null,
    brake: null,
    topicBrakes: {},
  }
}
