// The reader's language, and moments in it.
import { describe, expect, it } from '@jest/globals'
import { langOf, moments } from '../../../src/channels/community/lang.ts'
import { en } from '../../../src/channels/community/words/en.ts'
import { fr } from '../../../src/channels/community/words/fr.ts'

const ask = (url: string, headers: Record<string, string> = {}) =>
  new Request(`http://a.example${url}`, { headers })

describe('language', () => {
  it.each([
    ['the address', ask('/c/x?lang=en', { 'accept-language': 'fr', cookie: 'lang=fr' }), 'en'],
    ['what was chosen before', ask('/c/x', { 'accept-language': 'fr', cookie: 'a=b; lang=en' }), 'en'],
    ['the browser', ask('/c/x', { 'accept-language': 'de, en-GB;q=0.8, fr;q=0.5' }), 'en'],
    ['the page', ask('/c/x', { 'accept-language': 'de' }), 'fr'],
    ['the page, for a language that is none', ask('/c/x?lang=xx'), 'fr'],
  ])('by %s', (_, request, expected) => {
    expect(langOf(request, 'fr')).toBe(expected)
  })

  it('has the same places to fill in both languages', () => {
    const places = (words: object): string[] =>
      Object.entries(words)
        .filter(([, word]) => typeof word !== 'function')
        .flatMap(([name, word]) =>
          typeof word === 'object'
            ? places(word)
            : [`${name}: ${(String(word).match(/\{\w+\}/g) ?? []).toSorted().join()}`],
        )
    expect(places(fr)).toEqual(places(en))
  })
})

describe('moments', () => {
  const now = Date.UTC(2026, 9, 5, 12, 2) // Monday, 14:02 in Paris
  const hour = 3_600_000

  it.each([
    ['fr', 20_000, 'à l’instant'],
    ['fr', 3 * 60_000, 'il y a 3\u00a0min'],
    ['fr', 2 * hour, 'il y a 2\u00a0h'],
    ['fr', 26 * hour, 'hier'],
    ['fr', 30 * 24 * hour, '5 sept. 2026'],
    ['en', 3 * 60_000, '3 min ago'],
    ['en', -5_000, 'just now'],
  ] as const)('in %s, %i ms ago reads %s', (lang, passed, expected) => {
    expect(moments(lang, 'Europe/Paris', now).ago(now - passed)).toBe(expected)
  })

  it.each([
    ['fr', 10 * 60_000, '14:12'],
    ['fr', 19 * hour, 'demain à 09:02'],
    ['en', 19 * hour, 'tomorrow at 09:02'],
    ['fr', 72 * hour, 'jeudi 8 octobre à 14:02'],
  ] as const)('in %s, %i ms from now reads %s', (lang, ahead, expected) => {
    expect(moments(lang, 'Europe/Paris', now).soon(now + ahead)).toBe(expected)
  })

  it('tells the hour of the page’s zone over a change of clocks', () => {
    const { hour: at } = moments('fr', 'Europe/Paris', now)
    expect([at(Date.UTC(2026, 9, 25, 0, 30)), at(Date.UTC(2026, 9, 25, 1, 30))]).toEqual(['02:30', '02:30'])
  })
})
