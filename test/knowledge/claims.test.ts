// Typed facts: what a text says in figures, however it writes them, and when two say the same.
import { describe, expect, test } from '@jest/globals'
import { claimsOf, sameClaim } from '../../knowledge/claims.ts'
import { findPersonalData, maskPersonalData } from '../../knowledge/index.ts'

const facts = (text: string, lang: 'fr' | 'en') =>
  claimsOf(text, lang).map(({ kind, value }) => [kind, value])

describe('French', () => {
  test.each([
    ['Comptez soixante-douze heures.', [['time', 72]]],
    ['Vous avez quinze jours.', [['time', 360]]],
    ['Cela coûte 1 200,50 €.', [['money', 1200.5]]],
    ['Cela coûte 12 euros 50.', [['money', 12.5]]],
    ['Le taux est de 2,5 %.', [['percent', 2.5]]],
    [
      'Gratuit jusqu’à 18 ans.',
      [
        ['money', 0],
        ['time', 157_680],
      ],
    ],
    ['Ouvert dès 9h30.', [['clock', 9.5]]],
    ['Appelez le 09 69 39 00 40.', [['phone', '969390040']]],
    ['Voyez www.lanterne.example/aide.', [['link', 'lanterne.example/aide']]],
    ['Écrivez à aide@lanterne.example', [['mail', 'aide@lanterne.example']]],
    ['Rien de chiffré ici.', []],
  ])('%s', (text, found) => {
    expect(facts(text, 'fr')).toEqual(expect.arrayContaining(found))
    if (found.length === 0) expect(facts(text, 'fr')).toEqual([])
  })
})

describe('English', () => {
  test.each([
    ['It takes seventy-two hours.', [['time', 72]]],
    ['You have two weeks.', [['time', 336]]],
    ['It costs £1,200.50.', [['money', 1200.5]]],
    ['It is 2.5% a year.', [['percent', 2.5]]],
    ['It is free.', [['money', 0]]],
  ])('%s', (text, found) => {
    expect(facts(text, 'en')).toEqual(expect.arrayContaining(found))
  })
})

describe('two ways of saying the same', () => {
  const first = (text: string, lang: 'fr' | 'en' = 'fr') => {
    const [claim] = claimsOf(text, lang)
    if (!claim) throw new Error(`No fact in "${text}".`)
    return claim
  }
  test.each([
    ['72 heures', 'trois jours'],
    ['deux semaines', '14 jours'],
    ['12,50 €', '12 euros 50'],
    ['09 69 39 00 40', '+33 9 69 39 00 40'],
  ])('%s is %s', (one, other) => {
    expect(sameClaim(first(one), first(other))).toBe(true)
  })
  test.each([
    ['72 heures', '48 heures'],
    ['12 €', '12 %'],
    ['12 €', '13 €'],
  ])('%s is not %s', (one, other) => {
    expect(sameClaim(first(one), first(other))).toBe(false)
  })
})

describe('personal data', () => {
  test.each([
    ['mon IBAN est FR76 3000 6000 0112 3456 7890 189', 'iban'],
    ['ma carte 4970 1012 3456 7892', 'card'],
    ['appelez-moi au 06 39 98 51 26', 'phone'],
    ['écrivez à ines@example.org', 'email'],
    ['n° sécu 2 84 05 59 350 123 06', 'nir'],
  ])('%s', (text, kind) => {
    expect(findPersonalData(text).map((found) => found.kind)).toContain(kind)
    expect(maskPersonalData(text)).not.toMatch(/\d{4}|@/)
  })

  test.each([
    'Il me reste 1 234,56 € sur le livret.',
    'Le 3199 répond de 8 h à 20 h.',
    'Commande 12, article 4.',
  ])('none in: %s', (text) => {
    expect(findPersonalData(text)).toEqual([])
    expect(maskPersonalData(text)).toBe(text)
  })
})
