/** @jest-environment ./test/fakes/outer-arrays.mjs */
// On a labelled brand that the models have not seen, the judgement beats what one would pick without it.
import { expect, test } from '@jest/globals'
import { createKnowledge, macroF1, verdicts } from '../../knowledge/index.ts'
import { loadModels } from '../../src/models/index.ts'
import { hasData, labelledBrand } from '../bench/labelled.ts'

/** Best of MiniSearch and TF-IDF on this brand, per cent; verdicts by rules with the entry given. */
const baseline = { fr: 0.52, en: 0.53, verdict: 0.6 }

/** Reported as skipped where the labelled brands are not there, never as passed. */
const onLabelled = hasData ? test : test.skip

onLabelled(
  'the product finds the entry more often than the baseline, in both languages',
  async () => {
    const set = labelledBrand('telecom')
    const models = await loadModels()
    if (models.kind === 'unavailable') throw new Error(models.reason)
    const knowledge = await createKnowledge({ entries: set.bare, pack: set.pack, models })
    const asked = set.questions.filter(({ entry }) => entry !== null)
    const matches = await knowledge.match(asked)
    for (const lang of ['fr', 'en'] as const) {
      const right = asked.map((question, at) => ({
        lang: question.lang,
        found: matches[at]?.candidates[0]?.entryId === question.entry,
      }))
      const own = right.filter((one) => one.lang === lang)
      expect(own.filter(({ found }) => found).length / own.length).toBeGreaterThan(baseline[lang])
    }
  },
  300_000,
)

onLabelled(
  'by words alone it judges answers better than rules do',
  async () => {
    const set = labelledBrand('telecom')
    const knowledge = await createKnowledge({ entries: set.entries, pack: set.pack })
    const byId = new Map(set.questions.map((question) => [question.id, question]))
    const judged = set.replies.flatMap((reply) => {
      const question = byId.get(reply.question)
      return question?.entry
        ? [{ question: question.text, reply: reply.text, entryId: question.entry, verdict: reply.verdict }]
        : []
    })
    const assessments = await knowledge.assess(judged)
    const truth = judged.map(({ verdict }) => verdict as string)
    const said = assessments.map(({ verdict }) => verdict as string)
    expect(macroF1(truth, said, verdicts as readonly string[])).toBeGreaterThan(baseline.verdict)
    // Nothing by words alone may be acted on unread.
    expect(assessments.filter(({ verdict, sure }) => verdict === 'supported' && sure)).toEqual([])
  },
  60_000,
)
