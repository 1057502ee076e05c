// The main job, end to end over a real store: community first, then the brand; each thing once.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { threadIdOf } from '../../src/flow/index.ts'
import { openStage, rightAnswer, type StageHouse, stageFaq } from '../fakes/stage.ts'

const minute = 60_000
const question = 'Combien de temps met un virement ?'

describe('the line', () => {
  let house: StageHouse
  beforeEach(async () => {
    house = await openStage()
  })
  afterEach(() => house.close())

  const view = async () => {
    const found = await house.desk.thread(house.threadId)
    if (!found) throw new Error('The thread is not there.')
    return found
  }
  const draft = async () => {
    const { suggestion, thread } = await view()
    if (!suggestion) throw new Error(`No draft: ${thread.why.sentence}`)
    return suggestion
  }
  const decide = async (decision: Parameters<typeof house.desk.review>[0]['decision'], by = 'maya') => {
    const { thread } = await view()
    const outcome = await house.desk.review({
      suggestionId: (await draft()).id,
      threadVersion: thread.version,
      by,
      decision,
    })
    await house.line.drain()
    return outcome
  }

  it('lives a thread from the question to the validated answer, with the member credited', async () => {
    await house.post('q', 'ines', question)
    expect((await view()).thread.state).toBe('waiting')
    await house.post('r', 'noe', rightAnswer)
    const drafted = await draft()
    expect(drafted).toMatchObject({
      kind: 'validate',
      postIds: [`${house.threadId}.r`],
      entry: { id: 'delay' },
    })
    expect(drafted.text).toContain('noe')
    expect(house.stage.sent).toEqual([])
    house.clock.moveTo(house.clock.now() + minute)
    expect(await decide({ kind: 'approve' })).toMatchObject({ kind: 'done' })
    expect(house.stage.sent.map(({ payload }) => payload.kind === 'reply' && payload.text)).toEqual([
      drafted.text,
    ])
    const { thread } = await view()
    expect(thread.state).toBe('answered')
    expect(thread.marks).toMatchObject([{ postId: `${house.threadId}.r`, mark: 'validated' }])
    expect(thread.posts.at(-1)).toMatchObject({ text: drafted.text, author: { role: 'brand' } })
    expect(await house.desk.credits()).toMatchObject([{ authorId: 'noe', validated: 1 }])
  })

  it('acknowledges once when nobody answers, and answers after the community’s time', async () => {
    await house.post('q', 'ines', question)
    await house.pass(5 * minute)
    await house.pass(minute)
    expect(house.stage.sent.map(({ payload }) => payload.kind === 'reply' && payload.act)).toEqual([
      'acknowledge',
    ])
    await house.pass(24 * minute)
    expect(await draft()).toMatchObject({ kind: 'answer' })
    expect((await draft()).text).toContain('jour ouvré suivant')
    expect(house.stage.sent).toHaveLength(1)
  })

  it('does not acknowledge what a member has answered', async () => {
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    await house.pass(20 * minute)
    expect(house.stage.sent).toEqual([])
  })

  it('takes the same event once, however often and in whatever order it comes', async () => {
    const answeredLater = house.clock.now() + 60_000
    await house.post('r', 'noe', rightAnswer, { at: answeredLater })
    expect((await view()).thread.state).toBe('rootless')
    await house.post('q', 'ines', question)
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    const { thread } = await view()
    expect(thread.posts.map(({ externalId, author }) => [externalId, author.role])).toEqual([
      ['q', 'asker'],
      ['r', 'member'],
    ])
    expect(await draft()).toMatchObject({ kind: 'validate' })
  })

  it('refuses an approval of what has changed, says what changed, and drafts anew', async () => {
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    const seen = await view()
    await house.line.takeIn([
      {
        channel: 'stage',
        pageId: 'page',
        threadExternalId: 'q',
        externalId: 'r',
        version: 9,
        at: house.clock.now(),
        event: { kind: 'edited', text: 'Ça arrive en 5 jours et le virement instantané coûte 2 €.' },
      },
    ])
    await house.line.drain()
    const outcome = await house.desk.review({
      suggestionId: seen.suggestion?.id ?? '',
      threadVersion: seen.thread.version,
      by: 'maya',
      decision: { kind: 'approve' },
    })
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'stale', changed: expect.stringContaining('edited') },
    })
    expect(house.stage.sent).toEqual([])
    expect((await view()).history.map(({ kind, state }) => [kind, state])[0]).toEqual([
      'validate',
      'withdrawn',
    ])
    expect((await view()).reviews).toMatchObject([{ outcome: 'refused', by: 'maya' }])
  })

  it('stops a reply whose question was deleted before it went out', async () => {
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    const { thread, suggestion } = await view()
    await house.desk.review({
      suggestionId: suggestion?.id ?? '',
      threadVersion: thread.version,
      by: 'maya',
      decision: { kind: 'approve' },
    })
    await house.line.takeInAndWatch([
      {
        channel: 'stage',
        pageId: 'page',
        threadExternalId: 'q',
        externalId: 'q',
        version: 1,
        at: house.clock.now(),
        event: { kind: 'deleted' },
      },
    ])
    await house.line.drain()
    expect(house.stage.sent).toEqual([])
    expect((await view()).thread.state).toBe('gone')
    expect((await view()).outbox.map(({ state }) => state)).toEqual(['stopped'])
  })

  it('steps back when a human of the brand replied on the platform', async () => {
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    await house.post('b', 'brand', 'Bonjour, Noé a raison.')
    const { thread, suggestion } = await view()
    expect(suggestion).toBeNull()
    expect(thread).toMatchObject({ state: 'answered', why: { rule: 'humanReplied' } })
    await house.pass(60 * minute)
    expect(house.stage.sent).toEqual([])
  })

  it('sends the moderator’s own words when they edit, and nothing when they reject', async () => {
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    await decide({ kind: 'edit', text: 'Merci Noé, tout est juste.' })
    expect(house.stage.sent.map(({ payload }) => payload.kind === 'reply' && payload.text)).toEqual([
      'Merci Noé, tout est juste.',
    ])
    expect((await view()).history[0]).toMatchObject({ state: 'edited', text: 'Merci Noé, tout est juste.' })
  })

  it('draws no rejected draft again until something changes', async () => {
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    await decide({ kind: 'reject', reason: 'Trop sec' })
    await house.pass(minute)
    expect((await view()).suggestion?.kind).not.toBe('validate')
    await house.post('r2', 'aline', rightAnswer)
    expect(await draft()).toMatchObject({ kind: 'validate' })
  })

  it('refuses an empty edit in words and keeps the draft', async () => {
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    expect(await decide({ kind: 'edit', text: '   ' })).toMatchObject({
      kind: 'refused',
      refusal: { reason: expect.stringContaining('empty') },
    })
    expect(await draft()).toMatchObject({ state: 'open' })
  })

  it('wants two different people for a holding statement', async () => {
    await house.post(
      'q',
      'ines',
      'URGENT on m’a piraté, un faux conseiller vide mon compte, je porte plainte avec mon avocat',
    )
    expect(await draft()).toMatchObject({ kind: 'escalate' })
    await decide({ kind: 'approve' }, 'maya')
    expect(await decide({ kind: 'approve' }, 'maya')).toMatchObject({ kind: 'refused' })
    expect(house.stage.sent).toEqual([])
    await decide({ kind: 'approve' }, 'alix')
    expect(house.stage.sent).toHaveLength(1)
    const overtakings = (await house.desk.report({ since: 0 })).overtakings
    expect(overtakings).toMatchObject([{ threadId: house.threadId }])
  })

  it('refuses an event of a page that is not set up, and keeps nothing', async () => {
    const [taken] = await house.line.takeIn([
      {
        channel: 'stage',
        pageId: 'nowhere',
        threadExternalId: 'q',
        externalId: 'q',
        version: 0,
        at: 0,
        event: { kind: 'deleted' },
      },
    ])
    expect(taken).toMatchObject({ kind: 'refused', reason: expect.stringContaining('nowhere') })
    expect(await house.store.read((tx) => tx.takeInbox(5))).toEqual([])
  })

  it('re-judges when an entry changes, and learns a confirmed phrasing', async () => {
    await house.post('q', 'ines', 'mon virement il arrive au bout de combien de temps ??')
    await house.post('r', 'noe', rightAnswer)
    const first = await draft()
    await house.desk.saveEntry(
      {
        id: 'delay',
        question: { fr: question },
        answer: { fr: 'Un virement arrive en 3 jours.' },
        keyPoints: [{ fr: 'Arrive en 3 jours' }],
      },
      'alix',
    )
    await house.line.drain()
    expect((await view()).history.find(({ id }) => id === first.id)?.state).toBe('withdrawn')
    await house.pass(31 * minute)
    await decide({ kind: 'approve' })
    const entry = (await house.desk.entries()).find(({ id }) => id === 'delay')
    expect(entry?.variants.fr).toContain('mon virement il arrive au bout de combien de temps ??')
  })

  it('learns from a colleague who answered by hand: a phrasing where the entry says the same, a draft of an entry where none does', async () => {
    const brand = (externalId: string, text: string, root: string) =>
      house.post(externalId, 'brand', text, { threadExternalId: root })
    const asked = 'Ça prend combien de temps, un virement ?'
    await house.post('q', 'ines', asked)
    await brand('b', 'Bonjour, il arrive le jour ouvré suivant.', 'q')
    const delay = (await house.desk.entries()).find(({ id }) => id === 'delay')
    expect(delay?.variants.fr).toContain(asked)

    const unknown = 'Vendez-vous des glaces à la pistache en été ?'
    await house.post('p', 'paul', unknown, { threadExternalId: 'p' })
    await brand('c', 'Oui, à l’accueil. Un souci ? Appelez Inès au 06 12 34 56 78.', 'p')
    await house.desk.pickEntry({ threadId: threadIdOf('stage', 'page', 'p'), by: 'rosa', entryId: null })
    await house.line.drain()
    const [gap] = await house.desk.gaps(0)
    expect(gap).toMatchObject({ text: unknown, answer: expect.stringMatching(/^Oui, à l’accueil\./) })
    expect(gap?.answer).not.toContain('06 12')
  })

  it('uses no entry outside its time: a draft made from it cannot be approved any more', async () => {
    const [delay] = stageFaq
    const until = house.clock.now() + 60 * minute
    await house.desk.saveEntry({ ...delay, validity: { until } }, 'rosa')
    await house.post('q', 'ines', question)
    await house.post('r', 'noe', rightAnswer)
    expect(await draft()).toMatchObject({ kind: 'validate', entry: { id: 'delay' } })
    house.clock.moveTo(until)
    expect(await decide({ kind: 'approve' })).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'stale', changed: 'the entry was revised' },
    })
    expect(house.stage.sent).toEqual([])
    expect((await view()).thread.judgement?.entry?.id).not.toBe('delay')
  })

  it('hides personal data from the desk and keeps the places of words', async () => {
    await house.post(
      'q',
      'ines',
      'Mon IBAN FR76 3000 4008 2100 0147 2295 837 est-il bon ? Mon virement ne part pas',
    )
    const { thread } = await view()
    const text = thread.posts[0]?.text ?? ''
    expect(text).not.toContain('3000')
    expect(text).toContain('est-il bon')
    expect(text).toHaveLength(
      'Mon IBAN FR76 3000 4008 2100 0147 2295 837 est-il bon ? Mon virement ne part pas'.length,
    )
    expect(await draft()).toMatchObject({ kind: 'handOver' })
  })
})
