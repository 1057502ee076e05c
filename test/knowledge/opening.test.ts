// Yes and no against what the key points say, opposites, and channels that the entry does not know.
import { describe, expect, test } from '@jest/globals'
import { openingFeatures, openingOf } from '../../knowledge/opening.ts'
import { channelsBeyond, opposedIn } from '../../knowledge/opposites.ts'

const points = ['Une réservation coûte 4 euros', 'Un virement instantané ne peut plus être annulé']

describe('a reply that opens with yes or no', () => {
  test.each([
    ['Oui, annule-le depuis l’appli.', 'yes'],
    ['Salut, ouais ça marche', 'yes'],
    ['Tu peux, dans les deux heures', 'yes'],
    ['You can, within the hour', 'yes'],
    ['Non, c’est parti', 'no'],
    ['No need to', 'no'],
    ['You can’t', 'no'],
    ['Tu peux pas', null],
    ['No problem, ask the desk', null],
    ['Regardez la page dédiée', null],
    ['', null],
  ] as const)('%j says %s', (reply, says) => {
    expect(openingOf('Peut-on annuler ?', reply, points, 'fr').says).toBe(says)
  })

  test('is held against the key point that the question is about', () => {
    const opening = openingOf('Puis-je annuler un virement instantané ?', 'Oui.', points, 'fr')
    expect(opening).toEqual({ says: 'yes', about: 1, denied: true })
    expect(openingFeatures(opening)).toEqual([1, 0, 0, 0])
    const other = openingOf('La réservation est-elle payante ?', 'Non.', points, 'fr')
    expect(openingFeatures(other)).toEqual([0, 0, 0, 1])
  })

  test('of an entry without key points is held against nothing', () => {
    expect(openingOf('Peut-on ?', 'Oui', [], 'fr')).toEqual({ says: 'yes', about: null, denied: false })
  })
})

test.each([
  ['fr', 'Il faut demander avant le départ', 'À demander après le départ', 1],
  ['fr', 'C’est gratuit', 'Facturé 4 euros', 1],
  ['fr', 'À demander avant ou après', 'À demander après le départ', 0],
  ['en', 'Only on weekdays', 'Works always', 1],
  ['en', 'Ask before you leave', 'Ask before you leave', 0],
] as const)('in %s "%s" against "%s": %i opposites', (lang, said, point, count) => {
  expect(opposedIn(said, point, lang)).toBe(count)
})

test('a channel that the entry does not know is beyond it, one that the reply leaves out is left', () => {
  const entry = 'Uniquement par téléphone'
  expect(channelsBeyond('En ligne, sur le site', entry, 'fr')).toEqual({ beyond: 1, left: 1 })
  expect(channelsBeyond('By phone', 'By phone or in the app', 'en')).toEqual({ beyond: 0, left: 1 })
})
